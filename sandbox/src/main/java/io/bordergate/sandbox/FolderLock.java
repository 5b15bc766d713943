package io.bordergate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data folder for one user. The broker has a lock of its own, but looks at it only after it has written. The
 * operating system lets go of the lock when the process ends in whatever way. Close it once.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder if it is missing; fails with one line when another process, or this one, uses it. */
    static FolderLock take(Path folder, String user) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("border-gate.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new GateException(
                        user + " cannot use " + folder + ": another sandbox runs on this folder; stop it first");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new GateException(user + " cannot use " + folder + ": " + e, e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the lock of a data folder", e);
        }
    }
}
