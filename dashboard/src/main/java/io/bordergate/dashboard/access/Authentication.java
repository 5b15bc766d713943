package io.bordergate.dashboard.access;

import java.util.Optional;

/** How a token is told from any other text, and to whom it belongs. Implementations are thread-safe. */
public interface Authentication {

    /** Whose token it is. */
    Visitor find(String token) throws RefusedException, AwayException;

    /** The same visitor as things stand now; empty once the token holds no longer. Asks nobody else. */
    Optional<Visitor> again(Visitor known);

    /** The token is nobody's, or holds no longer. The message is one line and holds nothing of the token. */
    final class RefusedException extends Exception {
        private final boolean guess;

        RefusedException(String reason, boolean guess) {
            super(reason);
            this.guess = guess;
        }

        /** False for a token that was once good: who sends it is not trying out others. */
        public boolean isGuess() {
            return guess;
        }
    }

    /** Whoever can tell does not answer; nobody is let in. */
    final class AwayException extends Exception {
        AwayException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
