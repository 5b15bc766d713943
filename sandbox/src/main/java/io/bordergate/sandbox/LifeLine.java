package io.bordergate.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Runs another program's main class in a child process for as long as the parent lives. Standard input is the line:
 * the parent holds its other end and never writes, and the operating system closes it when the parent ends in whatever
 * way, {@code kill -9} included.
 */
final class LifeLine {

    private LifeLine() {}

    /** First argument: the class to run; the rest: its arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        var watch = new Thread(LifeLine::endWithParent, "life-line");
        watch.setDaemon(true);
        watch.start();
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void endWithParent() {
        try {
            // The parent has nothing to say; only the end of the stream counts.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken line is an ended one.
        }
        // Not exit: hooks that wait for a parent's broker would keep this process alive.
        Runtime.getRuntime().halt(1);
    }
}
