package io.bordergate.sandbox;

import io.bordergate.runtime.AppConfig.BadConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Whatever goes wrong is told in one line; the whole trace goes to the log. */
final class OneLineFaults implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OneLineFaults.class);

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + oneLine(fault.getMessage()) + " (" + name + " --help tells more)");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult arguments) {
        String name = command.getCommandSpec().qualifiedName();
        LOG.error("{} failed", name, fault);
        command.getErr().println(name + ": " + told(fault));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String told(Exception fault) {
        if (fault instanceof GateException || fault instanceof BadConfigException) {
            return oneLine(fault.getMessage());
        }
        return "unexpected fault, please report it with the log in " + System.getProperty("gate.logs", ".gate/logs")
                + ": " + oneLine(String.valueOf(fault));
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
