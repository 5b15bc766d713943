package io.bordergate.sandbox.replay;

import io.bordergate.sandbox.GateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What lies beside an input file and says what is in it, so that half a file is not taken for a quiet day: {@code
 * FILE.count} with the number of its lines, {@code FILE.sha256} as sha256sum writes it. Neither need be there.
 */
final class Sidecar {
    private Sidecar() {}

    /** Fails in one line if the file is not what is said of it. */
    static void check(Path file) throws IOException {
        Path count = beside(file, ".count");
        if (Files.exists(count)) {
            checkCount(file, count);
        }
        Path sum = beside(file, ".sha256");
        if (Files.exists(sum)) {
            checkSum(file, sum);
        }
    }

    private static void checkCount(Path file, Path count) throws IOException {
        String said = firstWord(count);
        if (!said.matches("\\d{1,18}")) {
            throw new GateException(count + " does not begin with a number of lines: mend it, or take it away");
        }
        long lines = lines(file);
        long expected = Long.parseLong(said);
        if (lines != expected) {
            throw new GateException(file + (lines < expected ? " ends too early: it has " : " is too long: it has ")
                    + lines + " lines, " + count + " says " + expected + ": fetch it again");
        }
    }

    private static void checkSum(Path file, Path sum) throws IOException {
        String said = firstWord(sum);
        if (!said.matches("[0-9a-fA-F]{64}")) {
            throw new GateException(sum + " does not begin with a SHA-256 of 64 digits: mend it, or take it away");
        }
        if (!sha256(file).equals(said.toLowerCase(Locale.ROOT))) {
            throw new GateException(file + " is not the file that " + sum + " is of: fetch it again");
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static String firstWord(Path file) throws IOException {
        try {
            return Files.readString(file).strip().split("\\s", 2)[0];
        } catch (MalformedInputException e) {
            return "";
        }
    }

    /** As they are read: the header is one, and so is a last one without an end. */
    private static long lines(Path file) throws IOException {
        try (var lines = new RawLines(file)) {
            long count = 0;
            while (lines.next() != null) {
                count++;
            }
            return count;
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
