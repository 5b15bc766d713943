/**
 * What the product promises when parts of it fail, tried on real processes: three brokers, several instances, a registry,
 * each of which can be killed. Whether a promise was kept is judged by the oracle over exactly what the brokers have
 * acknowledged. See docs/reliability.md for the commands and the figures.
 */
package io.bordergate.sandbox.faults;
