package io.bordergate.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final String TOKEN = "0123456789-0123456789";

    @TempDir
    private Path folder;

    private final Hand clock = new Hand();
    private Sessions sessions;
    private Visitor visitor;

    @BeforeEach
    void open() throws Exception {
        Path file = Files.writeString(folder.resolve("tokens"), "viewer a " + TokenLines.markOf(TOKEN));
        TokenFile tokens = TokenFile.open(file);
        sessions = new Sessions(tokens, clock);
        visitor = tokens.find(TOKEN);
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-05-03T05:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void a_session_holds_for_twelve_hours() {
        String id = sessions.open(visitor);

        assertThat(sessions.find(id)).contains(visitor);
        clock.now = clock.now.plus(Duration.ofHours(12)).minusSeconds(1);
        assertThat(sessions.find(id)).contains(visitor);
        clock.now = clock.now.plusSeconds(1);
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void a_session_that_was_closed_is_gone() {
        String id = sessions.open(visitor);
        String other = sessions.open(visitor);
        sessions.close(id);

        assertThat(sessions.find(id)).isEmpty();
        assertThat(sessions.find(other)).contains(visitor);
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void numbers_are_long_and_never_the_same_and_only_so_many_are_kept() {
        Set<String> ids = new HashSet<>();
        String first = sessions.open(visitor);
        for (int i = 0; i < Sessions.MOST; i++) {
            ids.add(sessions.open(visitor));
        }
        assertThat(ids).hasSize(Sessions.MOST).allMatch(id -> id.length() == 43);
        assertThat(sessions.find(first)).isEmpty();
    }
}
