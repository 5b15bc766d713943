/**
 * What is coming to a gate, how its queue and yards will stand, and how long a truck that comes now will wait. Functions of the
 * gate's trucks, of its opening and of the time, nothing else. docs/forecast.md is the definition.
 */
package io.bordergate.domain.gate.forecast;
