package io.bordergate.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** Talks to a broker as a person waits: a broker that is down is reported within seconds, in one line. */
public final class Brokers {

    private Brokers() {}

    /** Fails with one line when nobody answers there within 10 s. */
    public static Admin admin(String bootstrap) {
        Admin admin;
        try {
            admin = Admin.create(Map.of(
                    "bootstrap.servers", bootstrap, "request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000));
        } catch (RuntimeException e) {
            throw new GateException("'" + bootstrap + "' is no address of a broker: give HOST:PORT", e);
        }
        try {
            admin.describeCluster().clusterId().get();
            return admin;
        } catch (ExecutionException e) {
            admin.close(Duration.ZERO);
            throw new GateException(
                    "no broker answers at " + bootstrap + ": is it up? gate up starts one here", e.getCause());
        } catch (InterruptedException e) {
            admin.close(Duration.ZERO);
            throw interrupted(e);
        }
    }

    /** What the broker answers; what it refuses, in one line. */
    public static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            String hint =
                    e.getCause() instanceof TimeoutException ? "the broker does not answer: " : "the broker refuses: ";
            throw new GateException(hint + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static GateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new GateException("interrupted while waiting for the broker", e);
    }
}
