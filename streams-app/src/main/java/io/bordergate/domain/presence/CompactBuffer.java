package io.bordergate.domain.presence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of bytes that writes small numbers small (zig-zag, seven bits a byte). Not thread-safe. */
final class CompactBuffer {
    private byte[] bytes = new byte[1024];
    private int length;

    void clear() {
        length = 0;
    }

    void putByte(byte b) {
        room(1);
        bytes[length++] = b;
    }

    void putLong(long value) {
        room(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void putDouble(double value) {
        room(8);
        ByteBuffer.wrap(bytes, length, 8).putDouble(value);
        length += 8;
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putLong(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Reads back, in the order of writing. */
    record Reader(ByteBuffer in) {
        byte readByte() {
            return in.get();
        }

        long readLong() {
            long raw = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = in.get();
                raw |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return (raw >>> 1) ^ -(raw & 1);
                }
            }
        }

        double readDouble() {
            return in.getDouble();
        }

        String readText() {
            byte[] utf8 = new byte[(int) readLong()];
            in.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
