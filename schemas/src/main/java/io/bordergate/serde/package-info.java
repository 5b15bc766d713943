/**
 * Avro records in the Confluent wire format, against any registry that speaks Confluent's API. Start at
 * {@link io.bordergate.serde.AvroSerdes}; docs/serde.md is the page for users.
 */
package io.bordergate.serde;
