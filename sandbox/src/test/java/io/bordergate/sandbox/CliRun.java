package io.bordergate.sandbox;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One use of the command line, as its user sees it. Immutable. */
public record CliRun(int exitCode, String out, String err) {

    public static CliRun of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = GateCli.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new CliRun(exitCode, out.toString(), err.toString());
    }
}
