package io.bordergate.dashboard.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do; each role may all that those before it may. */
public enum Role {
    /** Who has not signed in, or has no role: the page's files, and whether the dashboard works. */
    ANYBODY,
    /** The figures of gates and yards; nothing about single trucks. */
    VIEWER,
    /** Single trucks and their trips too, and the acknowledgement of alerts. */
    OPERATOR,
    /** How the dashboard is set up too. */
    ADMIN;

    /** Whether this role is enough where another is needed. */
    public boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As it is written in files and answers; {@link #ANYBODY} is no role that one can be given. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this word. */
    public static Optional<Role> find(String word) {
        return Stream.of(VIEWER, OPERATOR, ADMIN)
                .filter(role -> role.word().equals(word))
                .findFirst();
    }
}
