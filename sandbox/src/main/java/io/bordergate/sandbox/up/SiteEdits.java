package io.bordergate.sandbox.up;

import io.bordergate.sitefile.SiteFile;
import io.bordergate.sitefile.SiteFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notices when the site file is edited while the product runs. A file with faults is told of once and otherwise passed over: the
 * site stays as it was. Not thread-safe.
 */
final class SiteEdits {
    private final Path file;
    private final String siteId;
    private final Consumer<String> complain;
    private String last;

    /** A complaint is one line. */
    SiteEdits(Path file, String siteId, String text, Consumer<String> complain) {
        this.file = file;
        this.siteId = siteId;
        this.last = text;
        this.complain = complain;
    }

    /** What it says now, if that is something else than before and can be used. */
    Optional<String> find() {
        try {
            String text = Files.readString(file);
            if (text.equals(last)) {
                return Optional.empty();
            }
            last = text;
            String edited = SiteFile.parse(text).siteId();
            if (edited.equals(siteId)) {
                return Optional.of(text);
            }
            complain.accept(file + ": siteId is " + edited + ", and this is " + siteId
                    + ": the site stays as it was; start again for another site");
        } catch (IOException e) {
            // Many editors replace a file: it is there again at the next look.
            return Optional.empty();
        } catch (SiteFileException e) {
            complain.accept(
                    file + ": the site stays as it was: " + e.getMessage().replaceAll("\\s+", " "));
        }
        return Optional.empty();
    }
}
