package io.bordergate.connect.feed;

import java.time.Instant;

/**
 * A device on a truck for a while. Immutable.
 *
 * @param from the first moment
 * @param to the first moment after it; {@link Instant#MAX} if it has no end
 * @param registeredAt when it became known; {@link Instant#MIN} if it always was
 * @param line where it stands, the header being line 1
 */
record DeviceBinding(String deviceId, String truckId, Instant from, Instant to, Instant registeredAt, int line) {}
