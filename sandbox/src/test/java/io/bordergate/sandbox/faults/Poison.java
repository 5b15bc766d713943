package io.bordergate.sandbox.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A record that no reader can use: what is wrong with it, its bytes, and the reason that the product is to give. Immutable. */
final class Poison {
    private static final int UNKNOWN_ID = 2_000_000_000;
    private static final int LARGE_BYTES = 900_000;

    private final String kind;
    private final byte[] key;
    private final byte[] value;
    private final String code;

    private Poison(String kind, byte[] key, byte[] value, String code) {
        this.kind = kind;
        this.key = key;
        this.value = value;
        this.code = code;
    }

    String kind() {
        return kind;
    }

    /** Null for none; not a copy. */
    byte[] key() {
        return key;
    }

    /** Null for none; not a copy. */
    byte[] value() {
        return value;
    }

    String code() {
        return code;
    }

    /**
     * One of each kind.
     *
     * @param good a key and a value that can be read
     * @param mayLackKey false for a compacted topic, whose broker refuses a record without a key
     */
    static List<Poison> oneOfEach(Random random, byte[] goodKey, byte[] good, boolean mayLackKey) {
        List<Poison> all = new ArrayList<>(List.of(
                new Poison("null value", goodKey, null, "EMPTY"),
                new Poison("empty value", goodKey, new byte[0], "EMPTY"),
                new Poison("random bytes", goodKey, garbage(random, 64), "UNREADABLE"),
                new Poison("one byte", goodKey, new byte[] {0}, "UNREADABLE"),
                new Poison("truncated", goodKey, Arrays.copyOf(good, good.length - 3), "UNREADABLE"),
                new Poison("wrong magic", goodKey, withFirst(good, (byte) 1), "UNREADABLE"),
                new Poison("unknown schema id", goodKey, withId(good, UNKNOWN_ID), "UNKNOWN_SCHEMA"),
                new Poison("JSON", goodKey, "{\"lat\":1}".getBytes(StandardCharsets.UTF_8), "UNREADABLE"),
                new Poison("900 kB", goodKey, garbage(random, LARGE_BYTES), "UNREADABLE"),
                new Poison("empty key", new byte[0], good, "BAD_KEY"),
                new Poison("key not UTF-8", new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF}, good, "BAD_KEY")));
        if (mayLackKey) {
            all.add(new Poison("null key", null, good, "BAD_KEY"));
        }
        return all;
    }

    /** Never by chance the beginning of the wire format. */
    static byte[] garbage(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return withFirst(bytes, (byte) 0x7F);
    }

    private static byte[] withFirst(byte[] bytes, byte first) {
        byte[] changed = bytes.clone();
        changed[0] = first;
        return changed;
    }

    private static byte[] withId(byte[] bytes, int id) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }
}
