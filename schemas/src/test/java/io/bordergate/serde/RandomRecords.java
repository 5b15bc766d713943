package io.bordergate.serde;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records of any generated class, filled from a seed: every branch, every symbol, text in three scripts. */
final class RandomRecords {

    private static final String[] TEXT = {
        "", "12C-123.45", "Cửa khẩu Hữu Nghị", "桂A12345", "友谊关 → Xuân Cương", "\uD83D\uDE9A"
    };

    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    <T extends SpecificRecord> T next(Class<T> type) {
        return type.cast(value(SpecificData.get().getSchema(type)));
    }

    private Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION ->
                value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case ARRAY -> array(schema);
            case ENUM -> symbol(schema);
            case STRING -> TEXT[random.nextInt(TEXT.length)];
            case LONG -> schema.getLogicalType() == null ? random.nextLong() : instant();
            case INT ->
                schema.getLogicalType() == null ? random.nextInt() : LocalDate.ofEpochDay(random.nextInt(40_000));
            case BYTES -> bytes();
            case DOUBLE -> random.nextGaussian() * 180;
            case FLOAT -> random.nextFloat() * 360;
            case BOOLEAN -> random.nextBoolean();
            case NULL -> null;
            default -> throw new IllegalArgumentException("no event uses " + schema + " yet: add it here");
        };
    }

    private Object record(Schema schema) {
        var record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        for (var field : schema.getFields()) {
            record.put(field.pos(), value(field.schema()));
        }
        return record;
    }

    private Object array(Schema schema) {
        var items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(schema.getElementType()));
        }
        return items;
    }

    private ByteBuffer bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private Object symbol(Schema schema) {
        var symbols = schema.getEnumSymbols();
        return SpecificData.get().createEnum(symbols.get(random.nextInt(symbols.size())), schema);
    }

    private Instant instant() {
        return Instant.ofEpochMilli(1_777_000_000_000L + random.nextInt());
    }
}
