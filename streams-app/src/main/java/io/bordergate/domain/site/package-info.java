/**
 * Where things are: the zones, crossing lines and limits of one site, and the question "which zones is this point in?".
 * Coordinates are WGS-84 degrees. A point on an edge is inside.
 */
package io.bordergate.domain.site;
