package io.bordergate.oracle;

import java.time.Instant;

/** That an authority says something has happened to the trucks of a declaration, or to one. Immutable. */
record Confirmation(String type, String authority, Instant at) {}
