package io.bordergate.simulator;

/**
 * What the queue gave one truck, in epoch milliseconds; immutable.
 *
 * @param queueMetres where on the queue road it stood or would have stood, from the road's beginning
 * @param admitted when it went on from there to the yard; not before it came there
 * @param departs when it left the yard
 */
record Turn(double queueMetres, long admitted, long departs) {}
