/**
 * The two flows joined: from what a truck's tracker showed and what was declared and confirmed of it follow its trips and
 * their discrepancies. Functions of the set of facts and of the time, nothing else. docs/trips.md is the definition.
 */
package io.bordergate.domain.trip;
