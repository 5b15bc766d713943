package io.bordergate.topology;

import io.bordergate.domain.intake.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What whoever writes a position may remark in its headers, because it knows which device the position came from and we do
 * not. Used for a position that there is nothing else to say of.
 */
public final class EdgeRemark {
    /** Name of the header with the remark. */
    public static final String REMARK = "gate.remark";
    /** Name of the header with the id of the device that it is about. */
    public static final String DEVICE = "gate.remark.device";

    private static final List<Reason> KNOWN = List.of(Reason.DEVICE_SHARED, Reason.DEVICE_DISAGREE);

    private EdgeRemark() {}

    /** {@link Reason#NONE} if there is none, or none that is known. */
    static Reason of(Headers headers) {
        Header header = headers.lastHeader(REMARK);
        if (header == null || header.value() == null) {
            return Reason.NONE;
        }
        String remark = new String(header.value(), StandardCharsets.UTF_8);
        return KNOWN.stream()
                .filter(reason -> reason.code().equals(remark))
                .findFirst()
                .orElse(Reason.NONE);
    }
}
