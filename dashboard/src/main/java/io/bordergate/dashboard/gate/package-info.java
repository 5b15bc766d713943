/**
 * What the topics say of gates, as the board shows it: how each is loaded, how congested it is and why, what is coming, the
 * alerts and the daily tables. Values and rules only; no Kafka consumer, no HTTP and no clock. Figures are defined in
 * docs/gates.md and docs/forecast.md.
 */
package io.bordergate.dashboard.gate;
