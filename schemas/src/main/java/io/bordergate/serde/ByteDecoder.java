package io.bordergate.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro binary from one array. Unlike Avro's own decoder it trusts no length that exceeds the bytes there are, so
 * that ten hostile bytes cannot ask for two gigabytes, and takes no invalid UTF-8 for text. Not thread-safe; reused.
 */
final class ByteDecoder extends Decoder {

    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NOTHING = {};

    private byte[] data = NOTHING;
    private int at;

    /** Starts over on {@code bytes} at {@code from}, up to its end. */
    void reset(byte[] bytes, int from) {
        data = bytes;
        at = from;
    }

    /** Lets go of the array, which would otherwise live as long as the thread. */
    void release() {
        data = NOTHING;
        at = 0;
    }

    int position() {
        return at;
    }

    int remaining() {
        return data.length - at;
    }

    @Override
    public void readNull() {
        // Null takes no bytes.
    }

    @Override
    public boolean readBoolean() {
        byte value = data[take(1)];
        if (value >>> 1 != 0) {
            throw malformed("a boolean is neither 0 nor 1");
        }
        return value == 1;
    }

    @Override
    public int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw malformed("a number is too large for its type");
        }
        return (int) value;
    }

    @Override
    public long readLong() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = data[take(1)];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw malformed("a number is longer than ten bytes");
    }

    @Override
    public float readFloat() {
        return (float) FLOAT.get(data, take(Float.BYTES));
    }

    @Override
    public double readDouble() {
        return (double) DOUBLE.get(data, take(Double.BYTES));
    }

    @Override
    public Utf8 readString(Utf8 old) {
        return new Utf8(readString());
    }

    @Override
    public String readString() {
        int length = readLength();
        int start = take(length);
        var text = new String(data, start, length, StandardCharsets.UTF_8);
        // A replacement character is rare enough that looking twice costs nothing.
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(start, length);
        }
        return text;
    }

    @Override
    public void skipString() {
        take(readLength());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) {
        var bytes = new byte[readLength()];
        readFixed(bytes, 0, bytes.length);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void skipBytes() {
        take(readLength());
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) {
        System.arraycopy(data, take(length), bytes, start, length);
    }

    @Override
    public void skipFixed(int length) {
        take(length);
    }

    @Override
    public int readEnum() {
        return readInt();
    }

    @Override
    public int readIndex() {
        return readInt();
    }

    @Override
    public long readArrayStart() {
        return readBlock();
    }

    @Override
    public long arrayNext() {
        return readBlock();
    }

    @Override
    public long skipArray() {
        return skipBlocks();
    }

    @Override
    public long readMapStart() {
        return readBlock();
    }

    @Override
    public long mapNext() {
        return readBlock();
    }

    @Override
    public long skipMap() {
        return skipBlocks();
    }

    /** Items of the next block; a negative count is followed by the block's size in bytes. */
    private long readBlock() {
        long count = readLong();
        if (count < 0) {
            count = -count;
            readLong();
        }
        if (count < 0 || count > remaining()) {
            throw malformed("a list has more items than there are bytes");
        }
        return count;
    }

    /** Skips blocks that give their size; returns the items of the first that does not. */
    private long skipBlocks() {
        long count = readLong();
        while (count < 0) {
            take(readLength());
            count = readLong();
        }
        if (count > remaining()) {
            throw malformed("a list has more items than there are bytes");
        }
        return count;
    }

    private int readLength() {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw malformed("a length exceeds the record");
        }
        return (int) length;
    }

    private int take(int bytes) {
        int start = at;
        if (bytes > data.length - start) {
            throw malformed("the record is cut off");
        }
        at = start + bytes;
        return start;
    }

    private void requireUtf8(int start, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data, start, length));
        } catch (CharacterCodingException e) {
            throw malformed("a text is not UTF-8");
        }
    }

    private MalformedRecordException malformed(String what) {
        return new MalformedRecordException(what + " (at byte " + at + " of " + data.length + ")");
    }
}
