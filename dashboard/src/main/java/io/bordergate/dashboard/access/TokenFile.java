package io.bordergate.dashboard.access;

import io.bordergate.dashboard.access.TokenLines.BadTokensException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens that somebody has listed in a file, for a site without an identity provider. The file is read again when it is
 * asked for and some seconds have passed: a line that is taken out ends its token and its sessions. Thread-safe.
 */
public final class TokenFile implements Authentication {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    /** Shorter ones can be guessed, by who has read the file or by who has the patience. */
    static final int SHORTEST_TOKEN = 20;

    private static final long LARGEST_FILE = 1 << 20;
    private static final Duration READ_EVERY = Duration.ofSeconds(2);

    private final Path file;
    private final LongSupplier nanos;
    private TokenLines lines;
    private String text;
    private String fault = "";
    private long readAt;

    private TokenFile(Path file, LongSupplier nanos) throws IOException, BadTokensException {
        this.file = file;
        this.nanos = nanos;
        this.text = read();
        this.lines = TokenLines.parse(text);
        this.readAt = nanos.getAsLong();
    }

    /** It cannot be used; the message is one line that says why. */
    public static final class UnusableException extends Exception {
        UnusableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Reads it at once. */
    public static TokenFile open(Path file) throws UnusableException {
        return open(file, System::nanoTime);
    }

    static TokenFile open(Path file, LongSupplier nanos) throws UnusableException {
        try {
            return new TokenFile(file, nanos);
        } catch (IOException | BadTokensException e) {
            throw new UnusableException("the file of tokens " + file + " cannot be used: " + reason(e), e);
        }
    }

    @Override
    public Visitor find(String token) throws RefusedException {
        if (token.length() >= SHORTEST_TOKEN) {
            Optional<Visitor> found = current().find(TokenLines.markOf(token));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new RefusedException("not in the file of tokens", true);
    }

    @Override
    public Optional<Visitor> again(Visitor known) {
        return current().find(known.mark());
    }

    /** A file with a fault in it changes nothing: else one slip of the pen would shut everybody out. */
    private synchronized TokenLines current() {
        long now = nanos.getAsLong();
        if (now - readAt >= READ_EVERY.toNanos()) {
            readAt = now;
            try {
                readAgain();
            } catch (IOException | BadTokensException e) {
                tell(reason(e));
            }
        }
        return lines;
    }

    private void readAgain() throws IOException, BadTokensException {
        String now = read();
        if (!now.equals(text)) {
            lines = TokenLines.parse(now);
            text = now;
            LOG.info("file of tokens read again: {} tokens", lines.size());
        }
        fault = "";
    }

    /** Once, not each time that it is read. */
    private void tell(String reason) {
        if (!reason.equals(fault)) {
            LOG.error("the file of tokens is not used as it is now, the former tokens hold: {}", reason);
            fault = reason;
        }
    }

    /** Who can write it decides who gets in. */
    private String read() throws IOException, BadTokensException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadTokensException("it is not there, or cannot be read");
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file, new LinkOption[0]);
            if (allowed.contains(PosixFilePermission.GROUP_WRITE)
                    || allowed.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new BadTokensException("others than its owner can write it: take that away with chmod go-w");
            }
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new BadTokensException("it has more than " + LARGEST_FILE + " bytes");
        }
        return Files.readString(file);
    }

    private static String reason(Exception fault) {
        return fault instanceof MalformedInputException ? "it is not text in UTF-8" : fault.getMessage();
    }
}
