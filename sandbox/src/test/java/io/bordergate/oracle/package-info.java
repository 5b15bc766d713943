/**
 * A second, independent answer to "which truck stood where, and when" and to what docs/trips.md makes of it: a
 * single-threaded program that shares no code with the product and that the product's replay is compared with, line by
 * line.
 */
package io.bordergate.oracle;
