package io.bordergate.dashboard;

/** A request that is refused as it is; the problem is the answer to it. */
final class RefusedRequestException extends RuntimeException {
    private final transient Problem problem;

    RefusedRequestException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
