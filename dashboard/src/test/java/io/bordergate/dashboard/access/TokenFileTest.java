package io.bordergate.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.dashboard.access.Authentication.RefusedException;
import io.bordergate.dashboard.access.TokenFile.UnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines a file of tokens may have, and how it is followed when it changes. */
class TokenFileTest {
    private static final String TOKEN = "0123456789-0123456789";
    private static final String OTHER = "9876543210-9876543210";
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("tokens");
    }

    private static String line(String role, String name, String token) {
        return role + "  " + name + "\t" + TokenLines.markOf(token) + "\n";
    }

    private TokenFile open(String text) throws Exception {
        write(text);
        return TokenFile.open(file, now::get);
    }

    private void write(String text) throws Exception {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void a_token_is_found_by_its_digest() throws Exception {
        TokenFile tokens = open("# of the gates\n\n" + line("viewer", "wall", OTHER) + line("operator", "Ca 2", TOKEN));

        assertThat(tokens.find(TOKEN)).isEqualTo(new Visitor("Ca 2", Role.OPERATOR, null, TokenLines.markOf(TOKEN)));
        assertThat(tokens.find(OTHER).role()).isEqualTo(Role.VIEWER);
        assertThatThrownBy(() -> tokens.find(TOKEN + "x")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> tokens.find(TokenLines.markOf(TOKEN))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> tokens.find("")).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_token_that_can_be_guessed_is_not_taken_even_if_it_is_listed() throws Exception {
        TokenFile tokens = open(line("admin", "lazy", "secret"));

        assertThatThrownBy(() -> tokens.find("secret")).isInstanceOf(RefusedException.class);
    }

    @Test
    void all_faults_are_told_by_line_and_none_repeats_what_it_says() {
        assertThatThrownBy(() -> open("root x " + "0".repeat(64) + "\nadmin " + TOKEN + "\n"
                        + line("viewer", "a", TOKEN) + line("admin", "b", TOKEN)))
                .isInstanceOf(UnusableException.class)
                .message()
                .contains(file.toString())
                .contains("line 1 does not begin with viewer, operator or admin")
                .contains("line 2 is not: role, name, SHA-256 of the token as 64 hex digits")
                .contains("line 4 has the token of a line above it")
                .doesNotContain("line 3", TOKEN, "\n");
    }

    @Test
    void a_file_that_is_empty_or_missing_lets_nobody_in_and_is_refused() {
        assertThatThrownBy(() -> TokenFile.open(file)).hasMessageContaining("it is not there, or cannot be read");
        assertThatThrownBy(() -> open("# nobody\n")).hasMessageContaining("there is no token in it");
    }

    @Test
    void a_file_that_others_can_write_is_refused() throws Exception {
        write(line("viewer", "a", TOKEN));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        assertThatThrownBy(() -> TokenFile.open(file)).hasMessageContaining("chmod go-w");
    }

    @Test
    void a_line_that_is_taken_out_ends_its_token_and_a_changed_role_holds_within_seconds() throws Exception {
        TokenFile tokens = open(line("admin", "a", TOKEN) + line("viewer", "b", OTHER));
        Visitor first = tokens.find(TOKEN);
        Visitor second = tokens.find(OTHER);

        write(line("operator", "b", OTHER));
        assertThat(tokens.again(first)).contains(first);
        now.addAndGet(2 * SECOND);
        assertThat(tokens.again(first)).isEmpty();
        assertThat(tokens.again(second).orElseThrow().role()).isEqualTo(Role.OPERATOR);
        assertThatThrownBy(() -> tokens.find(TOKEN)).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_change_with_a_fault_changes_nothing_until_it_is_mended() throws Exception {
        TokenFile tokens = open(line("admin", "a", TOKEN));

        write("nonsense\n");
        now.addAndGet(2 * SECOND);
        assertThat(tokens.find(TOKEN).name()).isEqualTo("a");
        write(line("viewer", "b", OTHER));
        now.addAndGet(2 * SECOND);
        assertThat(tokens.find(OTHER).name()).isEqualTo("b");
        assertThatThrownBy(() -> tokens.find(TOKEN)).isInstanceOf(RefusedException.class);
    }
}
