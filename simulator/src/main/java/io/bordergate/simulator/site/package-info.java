/** The ground of the simulated world: points, polygons and lines as the site file draws them, with their own geometry. */
package io.bordergate.simulator.site;
