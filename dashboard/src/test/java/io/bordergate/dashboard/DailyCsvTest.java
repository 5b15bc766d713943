package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.dashboard.gate.GateRecords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyCsvTest {

    @Test
    void no_days_are_a_head_without_lines() {
        assertThat(DailyCsv.of(List.of()))
                .startsWith("gate_id,date,")
                .endsWith(",change\r\n")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "tan-thanh;tan-thanh,",
                "a,b;\"a,b\",",
                "a\"b;\"a\"\"b\",",
                "=cmd|' /C calc'!A0;'=cmd|' /C calc'!A0,",
                "+1;'+1,",
                "@x;'@x,",
                "-2;'-2,",
            })
    void a_gate_of_any_name_is_one_cell_and_no_formula(String gate, String cell) {
        String file = DailyCsv.of(List.of(GateRecords.day(Gates.day(gate, "2026-05-02", 1, 30))));

        assertThat(file.lines().toList().get(1)).startsWith(cell + "2026-05-02,60,");
    }
}
