package io.bordergate.sandbox.replay;

import io.bordergate.domain.site.Site;
import io.bordergate.sandbox.GateException;
import io.bordergate.sitefile.SiteFile;
import io.bordergate.sitefile.SiteFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site file from disk. */
final class SiteFiles {
    private SiteFiles() {}

    /** Its site; fails in one line that names all faults. */
    static Site read(Path file) {
        try {
            return SiteFile.parse(Files.readString(file));
        } catch (SiteFileException e) {
            throw new GateException(file + ": " + String.join("; ", e.faults()), e);
        } catch (IOException e) {
            throw new GateException("cannot read " + file + ": is it a text file in UTF-8?", e);
        }
    }
}
