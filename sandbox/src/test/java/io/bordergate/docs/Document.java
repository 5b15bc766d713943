package io.bordergate.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One Markdown file of the repository, read in parts. Immutable.
 *
 * @param file where it lies
 * @param lines its text
 */
record Document(Path file, List<String> lines) {
    /** The top of the source tree; tests run in the folder of their module. */
    static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".gate", ".idea");

    static Document of(String path) throws IOException {
        return read(TOP.resolve(path));
    }

    /** Every Markdown file of the tree, but for what is built or fetched. */
    static List<Document> all() throws IOException {
        List<Document> documents = new ArrayList<>();
        Files.walkFileTree(TOP, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = NOT_OURS.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".md")) {
                    documents.add(read(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return documents;
    }

    private static Document read(Path file) throws IOException {
        return new Document(file, Files.readAllLines(file));
    }

    String name() {
        return TOP.relativize(file).toString();
    }

    /** The cells of the table whose first column has this title, without its head; code marks are taken off. */
    List<List<String>> table(String firstColumn) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("| " + firstColumn + " |")) {
                inside = true;
            } else if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && !line.startsWith("|-")) {
                rows.add(cells(line));
            }
        }
        return rows;
    }

    /** What stands before a reader as text: the lines outside code fences. */
    List<String> prose() {
        return lines(false);
    }

    /** The lines inside code fences. */
    List<String> code() {
        return lines(true);
    }

    /** The anchors that its headings make, as GitHub does. */
    Set<String> anchors() {
        return prose().stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> lines(boolean fenced) {
        List<String> found = new ArrayList<>();
        boolean inFence = false;
        for (String line : lines) {
            if (line.startsWith("```")) {
                inFence = !inFence;
            } else if (inFence == fenced) {
                found.add(line);
            }
        }
        return found;
    }

    private static List<String> cells(String line) {
        // A bar that belongs to the text is written \| there.
        return Arrays.stream(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("`", "").replace("\\|", "|"))
                .toList();
    }
}
