package io.bordergate.domain.presence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of bytes that writes small numbers small (zig-zag, seven bits a byte). Not thread-safe. */
final class CompactBuffer {
    private byte[] bytes;
    private int head;
    private int length;

    CompactBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    void clear() {
        head = 0;
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

    /** All that the other holds. */
    void putAll(CompactBuffer other) {
        int count = other.length - other.head;
        room(count);
        System.arraycopy(other.bytes, other.head, bytes, length, count);
        length += count;
    }

    /** Takes the first number off the front. */
    long takeLong() {
        long raw = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[head++];
            raw |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
    }

    /** Takes a double off the front, unread. */
    void takeDouble() {
        head += Double.BYTES;
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(bytes, head, length);
    }

    /** Room at the end: moves to the front if that frees half, else grows. */
    private void room(int more) {
        if (length + more <= bytes.length) {
            return;
        }
        int count = length - head;
        int capacity =
                head > count && count + more <= bytes.length ? bytes.length : Math.max(bytes.length * 2, count + more);
        byte[] fresh = new byte[capacity];
        System.arraycopy(bytes, head, fresh, 0, count);
        bytes = fresh;
        head = 0;
        length = count;
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
