package io.bordergate.domain.declaration;

import java.time.Instant;

/**
 * An authority has confirmed that something happened. Immutable.
 *
 * @param declarationId declaration it was made on
 * @param type what happened; never one {@link MilestoneType#isOfDeclaring of declaring}
 * @param authority who says so
 * @param at when it happened, by the authority
 * @param recordedAt when we received it
 */
public record Confirmation(
        String declarationId, MilestoneType type, Authority authority, Instant at, Instant recordedAt) {}
