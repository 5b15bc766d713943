package io.bordergate.dashboard.access;

import java.time.Instant;

/**
 * Somebody who has shown a token. Immutable.
 *
 * @param name for people and for the record of who acknowledged; one line of at most 80 characters
 * @param role {@link Role#ANYBODY} if the token gives none
 * @param until when the token ends; null if it does not
 * @param mark by which a token is found again that must not be kept itself; null if there is no need
 */
public record Visitor(String name, Role role, Instant until, String mark) {
    private static final int LONGEST_NAME = 80;

    public Visitor {
        name = plain(name);
    }

    /** A name comes from outside, and goes into logs and records. */
    private static String plain(String name) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
    }
}
