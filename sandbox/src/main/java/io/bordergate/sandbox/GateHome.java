package io.bordergate.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie: the top of the tree, the folder {@code .gate} in which the sandbox keeps its data, and what the
 * build has put ready. Immutable.
 *
 * @param top the folder that holds the {@code gate} script
 */
public record GateHome(Path top) {

    /** The home named by the system property {@code gate.home}, or else the tree that holds the working directory. */
    public static GateHome find() {
        String named = System.getProperty("gate.home");
        return named != null
                ? new GateHome(Path.of(named).toAbsolutePath().normalize())
                : above(Path.of("").toAbsolutePath());
    }

    private static GateHome above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("sandbox").resolve("pom.xml"))) {
                return new GateHome(folder);
            }
        }
        throw new GateException("no source tree of the Border Gate at or above " + start
                + ": start the command with the gate script, or set -Dgate.home");
    }

    /** All that the sandbox writes is below this folder; {@code -Dgate.state} puts it elsewhere. */
    public Path state() {
        String named = System.getProperty("gate.state");
        return named != null ? Path.of(named).toAbsolutePath() : top.resolve(".gate");
    }

    public Path logs() {
        String named = System.getProperty("gate.logs");
        return named != null ? Path.of(named).toAbsolutePath() : state().resolve("logs");
    }

    public Path brokerData() {
        return state().resolve("data").resolve("broker");
    }

    public Path registryData() {
        return state().resolve("data").resolve("registry");
    }

    Path runFile() {
        return state().resolve("run").resolve("sandbox.properties");
    }

    /** The schema registry, unpacked by the build. */
    public Path registryDistribution() {
        Path folder = top.resolve("sandbox").resolve("target").resolve("registry");
        if (!Files.isDirectory(folder)) {
            throw new GateException("the schema registry is not unpacked at " + folder + ": run mvn -Dquick package");
        }
        return folder;
    }
}
