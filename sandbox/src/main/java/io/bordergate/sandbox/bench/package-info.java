/**
 * How fast the shipped topology is, beside what the same machine does in the same run with nothing to do per fix, and with
 * the textbook's one get and one put.
 */
package io.bordergate.sandbox.bench;
