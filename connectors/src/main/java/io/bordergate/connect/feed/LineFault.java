package io.bordergate.connect.feed;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;

/** Why a line becomes no record. The names are stable: they are in headers and counts, beside the reasons of records. */
public enum LineFault {
    /** Not a line of the agreed form. */
    UNREADABLE("DEAD_LETTERED"),
    /** Well-formed, but of a device that was bound to no truck at that time, and still was not a day later. */
    UNKNOWN_DEVICE("QUARANTINED");

    private final String fate;

    LineFault(String fate) {
        this.fate = fate;
    }

    /** As the counts name it. */
    public String fate() {
        return fate;
    }

    /** Where the bytes of the line go. */
    public Topic topic() {
        return switch (this) {
            case UNREADABLE -> BorderTopics.DEAD_LETTER;
            case UNKNOWN_DEVICE -> BorderTopics.QUARANTINE;
        };
    }
}
