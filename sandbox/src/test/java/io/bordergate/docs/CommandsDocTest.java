package io.bordergate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.sandbox.GateCli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the documents tell to type can be typed. */
class CommandsDocTest {
    private static final Pattern USE = Pattern.compile("\\./gate ([a-z-]+)([^#|]*)");
    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z]+|--help)  +\\S");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z-]+");

    /** A use of the script in a document. */
    private record Use(String where, String command, List<String> options) {}

    @Test
    void commandsAreThoseOfTheScript() throws IOException, InterruptedException {
        Set<String> known =
                LISTED.matcher(help()).results().map(hit -> hit.group(1)).collect(Collectors.toSet());

        assertThat(uses())
                .hasSizeGreaterThan(5)
                .allSatisfy(use -> assertThat(known).as(use.where()).contains(use.command()));
    }

    @Test
    void optionsAreThoseOfTheCommand() throws IOException {
        var commands = new CommandLine(new GateCli()).getSubcommands();

        // The rest of the script's commands, such as test, hand their arguments on.
        assertThat(uses())
                .filteredOn(use -> commands.containsKey(use.command()))
                .allSatisfy(use -> assertThat(commands.get(use.command())
                                .getCommandSpec()
                                .optionsMap()
                                .keySet())
                        .as(use.where())
                        .containsAll(use.options()));
    }

    private static List<Use> uses() throws IOException {
        List<Use> uses = new ArrayList<>();
        for (Document document : Document.all()) {
            String text = String.join("\n", document.code()).replace("\\\n", " ");
            text.lines().flatMap(line -> USE.matcher(line).results()).forEach(hit -> {
                var options = OPTION.matcher(hit.group(2))
                        .results()
                        .map(option -> option.group())
                        .toList();
                uses.add(new Use(document.name() + ": " + hit.group().strip(), hit.group(1), options));
            });
        }
        return uses;
    }

    private static String help() throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", Document.TOP.resolve("gate").toString(), "--help")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }
}
