/** What a simulation is to play: volumes, routes, dwell times and device behaviour, read from a checked YAML file. */
package io.bordergate.simulator.scenario;
