package io.bordergate.connect.feed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.bordergate.event.Datum;
import io.bordergate.event.TruckPositionReported;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Positions as CSV with a header: {@code truck_id,event_time,lat,lon} in any order and optionally {@code received_time,
 * speed_kmh,heading_deg,accuracy_m,datum}; other columns are passed over. Not thread-safe.
 */
public final class PositionCsv implements LineReader<TruckPositionReported> {
    private static final List<String> REQUIRED = List.of("truck_id", "event_time", "lat", "lon");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String source;
    private final Clock clock;
    private final List<String> header;
    private final int truckId;
    private final int eventTime;
    private final int receivedTime;
    private final int latitude;
    private final int longitude;
    private final int speed;
    private final int heading;
    private final int accuracy;
    private final int datum;

    /** For a file with this first line; throws an {@link UnreadableLineException} if a column is missing. */
    public PositionCsv(String headerLine, String source, Clock clock) {
        this.source = source;
        this.clock = clock;
        String text = headerLine.indexOf(BYTE_ORDER_MARK) == 0 ? headerLine.substring(1) : headerLine;
        header = fields(text).stream()
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                REQUIRED.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableLineException("the header lacks " + String.join(", ", missing));
        }
        truckId = header.indexOf("truck_id");
        eventTime = header.indexOf("event_time");
        receivedTime = header.indexOf("received_time");
        latitude = header.indexOf("lat");
        longitude = header.indexOf("lon");
        speed = header.indexOf("speed_kmh");
        heading = header.indexOf("heading_deg");
        accuracy = header.indexOf("accuracy_m");
        datum = header.indexOf("datum");
    }

    @Override
    public FeedRecord<TruckPositionReported> read(String line) {
        List<String> fields = fields(line);
        if (fields.size() != header.size()) {
            throw new UnreadableLineException("has " + fields.size() + " columns, the header " + header.size());
        }
        String truck = fields.get(truckId);
        if (truck.isBlank()) {
            throw new UnreadableLineException("truck_id is empty");
        }
        Instant event = Texts.time("event_time", fields.get(eventTime));
        String received = optional(fields, receivedTime);
        Instant claimed = received == null ? event : Texts.time("received_time", received);
        var position = TruckPositionReported.newBuilder()
                .setEventTime(event)
                .setLatitude(Texts.number("lat", fields.get(latitude)))
                .setLongitude(Texts.number("lon", fields.get(longitude)))
                .setDatum(datumOf(optional(fields, datum)))
                .setSpeedKmh(Texts.optionalNumber("speed_kmh", optional(fields, speed)))
                .setHeadingDeg(Texts.optionalNumber("heading_deg", optional(fields, heading)))
                .setAccuracyMetres(Texts.optionalNumber("accuracy_m", optional(fields, accuracy)))
                .setSource(source)
                .build();
        return FeedRecord.of(truck, position, claimed, clock.instant());
    }

    private static Datum datumOf(String text) {
        if (text == null) {
            return Datum.WGS84;
        }
        return switch (text.trim().toUpperCase(Locale.ROOT)) {
            case "WGS84", "WGS-84" -> Datum.WGS84;
            case "GCJ02", "GCJ-02" -> Datum.GCJ02;
            default -> Datum.UNKNOWN;
        };
    }

    private static String optional(List<String> fields, int column) {
        return column < 0 || fields.get(column).isBlank() ? null : fields.get(column);
    }

    /** The library sets up a reader with its buffers for each line; most lines have no quotes and need none. */
    private static List<String> fields(String line) {
        if (line.isEmpty()) {
            throw new UnreadableLineException("is empty");
        }
        return line.indexOf('"') < 0 ? List.of(line.split(",", -1)) : quotedFields(line);
    }

    private static List<String> quotedFields(String line) {
        Iterator<CsvRecord> records = CsvReader.builder().ofCsvRecord(line).iterator();
        if (!records.hasNext()) {
            throw new UnreadableLineException("is empty");
        }
        return records.next().getFields();
    }
}
