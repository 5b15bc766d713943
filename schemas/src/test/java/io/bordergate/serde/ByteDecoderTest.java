package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class ByteDecoderTest {

    private static final long SEED = 99;

    private final ByteDecoder decoder = new ByteDecoder();

    @Test
    void readsWhatAvroWrites() throws IOException {
        System.out.println("ByteDecoderTest seed " + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            var text = "x".repeat(random.nextInt(3)) + (char) (random.nextInt(0xd7ff) + 1);
            decoder.reset(avro(number, text), 0);
            assertThat(decoder.readLong()).isEqualTo(number);
            assertThat(decoder.readInt()).isEqualTo((int) number);
            assertThat(decoder.readDouble()).isEqualTo((double) number);
            assertThat(decoder.readFloat()).isEqualTo((float) number);
            assertThat(decoder.readBoolean()).isEqualTo(number > 0);
            assertThat(decoder.readString()).isEqualTo(text);
            assertThat(decoder.readString(null).toString()).isEqualTo(text);
            assertThat(decoder.readBytes(null).get()).isEqualTo((byte) number);
            assertThat(decoder.readArrayStart()).isZero();
            assertThat(decoder.remaining()).isZero();
        }
    }

    @Test
    void trustsNoLengthBeyondTheBytesThereAre() {
        // 0xfeffffff0f is the length 2147483647: Avro's own decoder would ask for that much memory.
        refuses("feffffff0f41", ByteDecoder::readString, "a length exceeds the record");
        refuses("feffffff0f41", d -> d.readBytes(null), "a length exceeds the record");
        refuses("feffffff0f41", ByteDecoder::skipString, "a length exceeds the record");
        refuses("feffffff0f41", ByteDecoder::readArrayStart, "a list has more items than there are bytes");
        refuses("feffffff0f41", ByteDecoder::readMapStart, "a list has more items than there are bytes");
        refuses("feffffff0f41", ByteDecoder::skipArray, "a list has more items than there are bytes");
        refuses("0141", ByteDecoder::readString, "a length exceeds the record");
        refuses("ffffffffffffffffff0100", ByteDecoder::readArrayStart, "a list has more items than there are bytes");
    }

    @Test
    void refusesWhatNoWriterWrites() {
        refuses("", ByteDecoder::readLong, "the record is cut off");
        refuses("80", ByteDecoder::readLong, "the record is cut off");
        refuses("000000", ByteDecoder::readFloat, "the record is cut off");
        refuses("00000000000000", ByteDecoder::readDouble, "the record is cut off");
        refuses("ffffffffffffffffffff01", ByteDecoder::readLong, "a number is longer than ten bytes");
        refuses("feffffffffff01", ByteDecoder::readInt, "a number is too large for its type");
        refuses("02", ByteDecoder::readBoolean, "a boolean is neither 0 nor 1");
        refuses("04c328", ByteDecoder::readString, "a text is not UTF-8");
        refuses("06eda080", ByteDecoder::readString, "a text is not UTF-8");
    }

    @Test
    void aReplacementCharacterThatWasWrittenIsText() {
        decoder.reset(HexFormat.of().parseHex("06efbfbd"), 0);
        assertThat(decoder.readString()).isEqualTo("\uFFFD");
    }

    @Test
    void skipsBlocksThatGiveTheirSize() {
        // A block of two items in three bytes, then a block of one item without a size, then its item.
        decoder.reset(HexFormat.of().parseHex("03" + "06" + "aabbcc" + "02" + "dd" + "00"), 0);
        assertThat(decoder.skipArray()).isEqualTo(1);
        decoder.skipFixed(1);
        assertThat(decoder.skipArray()).isZero();
        decoder.reset(HexFormat.of().parseHex("03" + "06" + "aabbcc" + "00"), 0);
        assertThat(decoder.readArrayStart()).isEqualTo(2);
    }

    private void refuses(String hex, Consumer<ByteDecoder> read, String why) {
        decoder.reset(HexFormat.of().parseHex(hex), 0);
        assertThatThrownBy(() -> read.accept(decoder))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageStartingWith(why);
    }

    private static byte[] avro(long number, String text) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        encoder.writeLong(number);
        encoder.writeInt((int) number);
        encoder.writeDouble((double) number);
        encoder.writeFloat((float) number);
        encoder.writeBoolean(number > 0);
        encoder.writeString(text);
        encoder.writeString(text);
        encoder.writeBytes(new byte[] {(byte) number});
        encoder.writeArrayStart();
        encoder.writeArrayEnd();
        return out.toByteArray();
    }
}
