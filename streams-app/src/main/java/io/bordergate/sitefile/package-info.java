/** Reads the site file, a GeoJSON FeatureCollection that any GIS can edit, and says all that is wrong with it at once. */
package io.bordergate.sitefile;
