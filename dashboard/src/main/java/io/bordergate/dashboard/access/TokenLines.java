package io.bordergate.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of tokens says: role, name and the SHA-256 of a token, one to a line, so that no secret lies in the file.
 * Immutable.
 */
final class TokenLines {
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S.*?)\\s+([0-9a-fA-F]{64})");

    private final List<Visitor> visitors;

    private TokenLines(List<Visitor> visitors) {
        this.visitors = List.copyOf(visitors);
    }

    /** The file cannot be used; the message lists all that is wrong, and nothing of what the lines hold. */
    static final class BadTokensException extends Exception {
        BadTokensException(String message) {
            super(message);
        }
    }

    static TokenLines parse(String text) throws BadTokensException {
        List<String> faults = new ArrayList<>();
        List<Visitor> visitors = new ArrayList<>();
        Set<String> marks = new HashSet<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                faults.add("line " + number + " is not: role, name, SHA-256 of the token as 64 hex digits");
            } else if (Role.find(parts.group(1)).isEmpty()) {
                faults.add("line " + number + " does not begin with viewer, operator or admin");
            } else if (!marks.add(parts.group(3).toLowerCase(Locale.ROOT))) {
                faults.add("line " + number + " has the token of a line above it");
            } else {
                visitors.add(visitor(parts));
            }
        }
        if (visitors.isEmpty() && faults.isEmpty()) {
            faults.add("there is no token in it");
        }
        if (!faults.isEmpty()) {
            throw new BadTokensException(String.join("; ", faults));
        }
        return new TokenLines(visitors);
    }

    private static Visitor visitor(Matcher parts) {
        Role role = Role.find(parts.group(1)).orElseThrow();
        return new Visitor(parts.group(2), role, null, parts.group(3).toLowerCase(Locale.ROOT));
    }

    /** Takes as long for any mark: all lines are compared, each to its end. */
    Optional<Visitor> find(String mark) {
        byte[] wanted = HexFormat.of().parseHex(mark);
        Visitor found = null;
        for (Visitor visitor : visitors) {
            if (MessageDigest.isEqual(HexFormat.of().parseHex(visitor.mark()), wanted)) {
                found = visitor;
            }
        }
        return Optional.ofNullable(found);
    }

    int size() {
        return visitors.size();
    }

    /** SHA-256 in hex. */
    static String markOf(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
