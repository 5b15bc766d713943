package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.connect.feed.DeviceRemark;
import io.bordergate.connect.feed.HeldLines;
import io.bordergate.connect.feed.LineFault;
import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the edge says of a line and what the application says of a record are words of one list. */
class LineFaultTest {
    @ParameterizedTest
    @EnumSource
    void isAReasonWithItsFate(LineFault fault) {
        var reason = Reason.valueOf(fault.name());

        assertThat(reason.code()).isEqualTo(fault.name());
        assertThat(reason.fate().name()).isEqualTo(fault.fate());
    }

    @Test
    void soIsWhatIsSaidOfALineThatWaits() {
        assertThat(Reason.valueOf(HeldLines.REASON).fate().name()).isEqualTo(HeldLines.FATE);
    }

    @ParameterizedTest
    @EnumSource
    void soIsWhatIsSaidOfADevice(DeviceRemark.Kind remark) {
        var reason = Reason.valueOf(remark.name());

        assertThat(reason.code()).isEqualTo(remark.name());
        assertThat(reason.fate()).isEqualTo(Fate.FLAGGED);
    }
}
