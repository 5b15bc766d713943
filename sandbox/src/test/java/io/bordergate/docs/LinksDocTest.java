package io.bordergate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every relative link in every document leads somewhere. */
class LinksDocTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");

    @Test
    void everyRelativeLinkResolves() throws IOException {
        List<String> dead = new ArrayList<>();
        int seen = 0;
        for (Document document : Document.all()) {
            for (String target : targetsOf(document)) {
                seen++;
                fault(document, target).ifPresent(fault -> dead.add(document.name() + ": " + target + " " + fault));
            }
        }
        assertThat(dead).isEmpty();
        assertThat(seen).as("links seen").isGreaterThan(20);
    }

    private static List<String> targetsOf(Document document) {
        return document.prose().stream()
                .map(line -> INLINE_CODE.matcher(line).replaceAll("code"))
                .flatMap(line -> LINK.matcher(line).results())
                .map(hit -> hit.group(1))
                .filter(target -> URI.create(target).getScheme() == null)
                .toList();
    }

    private static Optional<String> fault(Document document, String target) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty()
                ? document.file()
                : document.file().resolveSibling(path).normalize();
        if (!Files.exists(file)) {
            return Optional.of("does not exist");
        }
        if (hash >= 0
                && !Document.of(Document.TOP.relativize(file).toString())
                        .anchors()
                        .contains(target.substring(hash + 1))) {
            return Optional.of("has no such heading");
        }
        return Optional.empty();
    }
}
