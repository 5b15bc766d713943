package io.bordergate.sandbox.replay;

import io.bordergate.sandbox.GateException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits as long as something goes on; gives up in one line if the streams have failed, or if nothing has moved for too long.
 * Immutable.
 *
 * @param failed whether there is nothing to wait for any more
 * @param tell is told in words how far it is
 * @param limit how long nothing may move
 */
record Patience(BooleanSupplier failed, Consumer<String> tell, Duration limit) {
    private static final long PAUSE_MILLIS = 50;

    /** Looks until what it sees is enough; the words say how far it is. */
    <T> void await(Supplier<T> look, Predicate<T> isEnough, Function<T, String> words) {
        T before = null;
        long moved = System.nanoTime();
        while (true) {
            T now = look.get();
            if (isEnough.test(now)) {
                return;
            }
            if (!now.equals(before)) {
                before = now;
                moved = System.nanoTime();
            }
            if (failed.getAsBoolean()) {
                throw new GateException("the streams have stopped after a failure: see .gate/logs");
            }
            if (System.nanoTime() - moved > limit.toNanos()) {
                throw new GateException(
                        words.apply(now) + ", and nothing moves for " + limit.toSeconds() + " s: see .gate/logs");
            }
            tell.accept(words.apply(now));
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GateException("interrupted while waiting for the streams", e);
        }
    }
}
