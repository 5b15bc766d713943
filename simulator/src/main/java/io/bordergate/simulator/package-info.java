/**
 * The outside world of a border gate: trucks, their trackers and the authorities, played from a seed, and the truth that
 * observers of their reports try to find. It shares no code with the product.
 */
package io.bordergate.simulator;
