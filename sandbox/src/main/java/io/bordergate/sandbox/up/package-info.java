/** The whole product on one machine: platform, streams, dashboard, and the outside world from the simulator. */
package io.bordergate.sandbox.up;
