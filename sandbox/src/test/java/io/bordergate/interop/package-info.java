/**
 * Proof that others can read what we write and we what they write: Confluent's own clients, in Java and in JavaScript,
 * on a real broker and a real registry.
 */
package io.bordergate.interop;
