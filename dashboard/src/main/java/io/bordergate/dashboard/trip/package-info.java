/**
 * What the topics say of single trucks: their trips, the discrepancies of these, and how they are found by plate or declaration.
 * No Kafka consumer, no HTTP and no clock. Stages and discrepancies are defined in docs/trips.md.
 */
package io.bordergate.dashboard.trip;
