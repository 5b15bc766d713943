package io.bordergate.domain.presence;

/**
 * One position of one truck, checked and in WGS-84. Immutable.
 *
 * @param time when the device took it, epoch milliseconds
 * @param recordTime when we received it, epoch milliseconds
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Fix(long time, long recordTime, double latitude, double longitude) {}
