package io.bordergate.sandbox;

import io.bordergate.sandbox.bench.BenchCommand;
import io.bordergate.sandbox.replay.ReplayCommand;
import io.bordergate.sandbox.up.UpCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the product; each command is a class of its own. */
@Command(
        name = "gate",
        description = "The Digital Border Gate on one machine.",
        mixinStandardHelpOptions = true,
        version = "gate 0.1.0",
        subcommands = {UpCommand.class, ReplayCommand.class, BenchCommand.class, TailCommand.class, TopicsCommand.class
        })
public final class GateCli implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine()
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(args));
    }

    /** The whole command line with its handling of faults; tests give it their own writers. */
    static CommandLine commandLine() {
        var faults = new OneLineFaults();
        return new CommandLine(new GateCli())
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given: use " + String.join(", ", spec.subcommands().keySet()));
    }

    /** Names in Vietnamese and Chinese are printed whatever the terminal's locale says. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
