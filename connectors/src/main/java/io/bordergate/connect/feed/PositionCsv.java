package io.bordergate.connect.feed;

import static io.bordergate.connect.feed.CsvColumns.optional;

import io.bordergate.event.Datum;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.Vehicle;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Positions as CSV with a header: {@code truck_id,event_time,lat,lon} in any order and optionally {@code received_time,
 * speed_kmh,heading_deg,accuracy_m,datum,vehicle,device_id}; other columns are passed over. Where the truck_id is empty,
 * the device says which truck it is. Lines with both are also judged by what else their devices say. Not thread-safe.
 */
public final class PositionCsv implements LineReader<TruckPositionReported> {
    private static final List<String> REQUIRED = List.of("truck_id", "event_time", "lat", "lon");

    private final String source;
    private final DeviceBindings devices;
    private final Clock clock;
    private final DeviceWatch watch = new DeviceWatch();
    private final CsvColumns columns;
    private final int truckId;
    private final int deviceId;
    private final int eventTime;
    private final int receivedTime;
    private final int latitude;
    private final int longitude;
    private final int speed;
    private final int heading;
    private final int accuracy;
    private final int datum;
    private final int vehicle;

    /** For a file whose devices all know their plates. */
    public PositionCsv(String headerLine, String source, Clock clock) {
        this(headerLine, source, DeviceBindings.NONE, clock);
    }

    /** For a file with this first line; throws an {@link UnreadableLineException} if a column is missing. */
    public PositionCsv(String headerLine, String source, DeviceBindings devices, Clock clock) {
        this.source = source;
        this.devices = devices;
        this.clock = clock;
        columns = new CsvColumns(headerLine, REQUIRED);
        truckId = columns.indexOf("truck_id");
        deviceId = columns.indexOf("device_id");
        eventTime = columns.indexOf("event_time");
        receivedTime = columns.indexOf("received_time");
        latitude = columns.indexOf("lat");
        longitude = columns.indexOf("lon");
        speed = columns.indexOf("speed_kmh");
        heading = columns.indexOf("heading_deg");
        accuracy = columns.indexOf("accuracy_m");
        datum = columns.indexOf("datum");
        vehicle = columns.indexOf("vehicle");
    }

    @Override
    public FeedRecord<TruckPositionReported> read(String line) {
        List<String> fields = columns.fields(line);
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
                .setVehicle(vehicleOf(optional(fields, vehicle)))
                .build();
        return ofTruck(fields, position, claimed);
    }

    /** Asked last, so that only a line that can be read is one of an unknown device. */
    private FeedRecord<TruckPositionReported> ofTruck(
            List<String> fields, TruckPositionReported position, Instant claimed) {
        String truck = optional(fields, truckId);
        String device = optional(fields, deviceId);
        if (truck == null && device == null) {
            throw new UnreadableLineException("truck_id is empty" + (deviceId < 0 ? "" : ", and so is device_id"));
        }
        if (device == null) {
            return FeedRecord.of(truck, position, claimed, clock.instant());
        }
        return ofDevice(device.trim(), truck, position, claimed);
    }

    private FeedRecord<TruckPositionReported> ofDevice(
            String device, String named, TruckPositionReported position, Instant claimed) {
        DeviceBinding binding = named != null
                ? null
                : devices.find(device, position.getEventTime()).orElse(null);
        String truck = binding == null ? named : binding.truckId();
        FeedRecord<TruckPositionReported> record = FeedRecord.of(truck, position, claimed, clock.instant());
        if (truck == null) {
            return record.boundAt(Instant.MAX);
        }
        FeedRecord<TruckPositionReported> remarked =
                record.remarked(watch.look(device, truck, named != null, position));
        return binding == null ? remarked : remarked.boundAt(binding.registeredAt());
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

    private static Vehicle vehicleOf(String text) {
        if (text == null) {
            return Vehicle.UNKNOWN;
        }
        return switch (text.trim().toUpperCase(Locale.ROOT)) {
            case "TRUCK" -> Vehicle.TRUCK;
            case "TRAILER" -> Vehicle.TRAILER;
            case "OTHER" -> Vehicle.OTHER;
            default -> Vehicle.UNKNOWN;
        };
    }
}
