package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.SitePublished;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireBytesTest {

    @Test
    void headerThenAvroBinary() {
        var writer = RecordWriter.of(0x01020304, SitePublished.getClassSchema());
        var bytes = writer.write("border.site", new SitePublished("lang-son", "{\"ừ\":1}"));
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("00" + "01020304" + "10" + "6c616e672d736f6e" + "12" + "7b22e1bbab223a317d");
    }

    @ParameterizedTest
    @CsvSource({"0000000001,1", "000000ffff,65535", "007fffffff,2147483647", "00ffffffff,-1", "000000010203,258"})
    void idIsFourBytesMostSignificantFirst(String hex, int id) {
        assertThat(WireFormat.schemaId("t", HexFormat.of().parseHex(hex))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"'',0", "00,1", "00000000,4", "0100000001,5", "7b2261223a317d,7"})
    void whatIsNotTheWireFormatIsSaidInOneLine(String hex, int length) {
        assertThatThrownBy(
                        () -> WireFormat.schemaId("border.site", HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("record on border.site: its " + length + " bytes are not in the Confluent wire format;"
                        + " send it with an Avro serializer that uses a schema registry");
    }
}
