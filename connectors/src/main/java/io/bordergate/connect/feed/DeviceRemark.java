package io.bordergate.connect.feed;

/**
 * What is to be said of the device that a position came from, beside the position, which is used. Immutable.
 *
 * @param deviceId as the feed names it
 */
public record DeviceRemark(Kind kind, String deviceId) {

    /** The names are stable: they are reasons of fates. */
    public enum Kind {
        /** It names two trucks in turn, as two devices with one id do. */
        DEVICE_SHARED,
        /** Another device of the same truck has been somewhere else for minutes. */
        DEVICE_DISAGREE
    }
}
