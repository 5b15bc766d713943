package io.bordergate.sandbox;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which broker and registry a command talks to: those named, or those of the sandbox that runs here. */
final class ConnectionOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "The broker; default: the sandbox that runs here.")
    private String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "The schema registry; default: that of the sandbox.")
    private String registry;

    String bootstrap() {
        return bootstrap != null ? bootstrap : required("--bootstrap").bootstrap();
    }

    String registry() {
        return registry != null ? registry : required("--registry").registry();
    }

    /** The sandbox, if it is the one that is meant. */
    Optional<RunFile> sandbox() {
        if (bootstrap == null) {
            return Optional.of(required("--bootstrap"));
        }
        return RunFile.find(GateHome.find()).filter(run -> run.bootstrap().equals(bootstrap));
    }

    private static RunFile required(String option) {
        return RunFile.find(GateHome.find())
                .orElseThrow(
                        () -> new GateException("no sandbox runs here: start one with gate up, or give " + option));
    }
}
