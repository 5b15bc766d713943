package io.bordergate.domain.declaration;

import io.bordergate.domain.intake.Reason;
import java.util.List;

/**
 * What became of a milestone, and of those before it. Immutable.
 *
 * @param reason reason of the new one's fate
 * @param released those that were held until now, with the reasons of their fates from now on
 */
public record Verdict(Reason reason, List<Decided> released) {
    public Verdict {
        released = List.copyOf(released);
    }
}
