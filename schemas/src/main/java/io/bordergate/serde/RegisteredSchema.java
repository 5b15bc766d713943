package io.bordergate.serde;

import org.apache.avro.Schema;

/** A schema with the id that the registry gave it. Immutable. */
public record RegisteredSchema(int id, Schema schema) {}
