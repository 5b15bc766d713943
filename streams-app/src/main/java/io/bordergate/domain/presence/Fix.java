package io.bordergate.domain.presence;

/**
 * One position of one truck, checked and in WGS-84; a vague one has no place, which is NaN in both coordinates. Immutable.
 *
 * @param time when the device took it, epoch milliseconds
 * @param recordTime when we received it, epoch milliseconds
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Fix(long time, long recordTime, double latitude, double longitude) {

    /** The same fix, known to have been taken at another time. */
    public Fix takenAt(long otherTime) {
        return new Fix(otherTime, recordTime, latitude, longitude);
    }

    /** A sign of life. */
    public Fix withoutPlace() {
        return new Fix(time, recordTime, Double.NaN, Double.NaN);
    }

    boolean isVague() {
        return Double.isNaN(latitude);
    }

    /** Two that have no place are at the same one. */
    boolean isWhere(Fix other) {
        return (latitude == other.latitude && longitude == other.longitude) || (isVague() && other.isVague());
    }

    /** Of two fixes of one time: placed before vague, the earlier received, the smaller latitude, the smaller longitude. */
    boolean beats(Fix other) {
        if (isVague() != other.isVague()) {
            return other.isVague();
        }
        if (recordTime != other.recordTime) {
            return recordTime < other.recordTime;
        }
        return latitude != other.latitude ? latitude < other.latitude : longitude < other.longitude;
    }
}
