/**
 * What operators decide by: the trucks of a gate, its backlog and waits, how congested it is, and its table of the day.
 * Functions of the trips, of the gate's opening and of the time, nothing else. docs/gates.md is the definition.
 */
package io.bordergate.domain.gate;
