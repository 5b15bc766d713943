package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many streams at once over a real server: nobody misses anything, who does not read is cut off, and the rest does not wait
 * for him. {@code -Dstreams=500 -Dstreams.changes=100} measures as it stands in the documentation.
 */
@Timeout(300)
class ManyStreamsTest {
    private static final int STREAMS = Integer.getInteger("streams", 60);
    private static final int CHANGES = Integer.getInteger("streams.changes", 20);
    private static final long BETWEEN_NANOS = 200_000_000;

    private final ServedBoard served = new ServedBoard();
    private final ConcurrentHashMap<Long, Long> shownAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
    private volatile boolean settled;

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void all_who_read_see_the_same_and_who_does_not_is_cut_off() throws Exception {
        long seed = Long.getLong("streams.seed", System.nanoTime());
        System.out.println("seed " + seed);
        var board = new BigBoard(served.board, seed);
        served.show();
        int deaf = Math.max(2, STREAMS / 25);
        int restless = STREAMS / 10;
        try (var crowd = new StreamCrowd(served.port(), new Random(seed), this::arrived)) {
            crowd.addDeaf(deaf);
            crowd.addReaders(restless, true);
            crowd.addReaders(STREAMS - deaf - restless, false);
            var thread = new Thread(crowd, "crowd");
            thread.start();
            while (served.json("/health").at("/streams/open").asInt() < STREAMS) {
                LockSupport.parkNanos(1_000_000);
            }
            settled = true;
            long cpu = cpuNanos();
            for (int i = 0; i < CHANGES; i++) {
                LockSupport.parkNanos(BETWEEN_NANOS);
                board.change();
                show();
            }
            cpu = cpuNanos() - cpu;
            settled = false;
            until("the deaf are cut off", deaf, board);
            awaitAll(crowd);
            crowd.stop();
            thread.join();
            String last = served.get("/api/v1/gates").body();
            int patches = 0;
            for (StreamCrowd.Client client : crowd.clients()) {
                assertThat(client.assemble().board()).isEqualTo(last);
                patches += client.seen.patches();
            }
            assertThat(patches).isGreaterThan(crowd.clients().size() * CHANGES / 2);
            tell(crowd, deaf, cpu);
        }
    }

    private void show() {
        long now = System.nanoTime();
        shownAt.put(served.live.current().version() + 1, now);
        served.show();
    }

    private void arrived(String id, long now) {
        Long shown = shownAt.get(version(id));
        if (settled && shown != null) {
            delays.add(now - shown);
        }
    }

    /** Changes all that can be changed, until the buffers of those who do not read are full. */
    private void until(String what, int cut, BigBoard board) throws Exception {
        for (int i = 0; served.json("/health").at("/streams/tooSlow").asInt() < cut; i++) {
            assertThat(i).as(what).isLessThan(2_000);
            board.changeAll();
            show();
            LockSupport.parkNanos(BETWEEN_NANOS / 4);
        }
    }

    private void awaitAll(StreamCrowd crowd) {
        long newest = served.live.current().version();
        for (StreamCrowd.Client client : crowd.clients()) {
            while (version(client.lastId()) < newest) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static long version(String id) {
        return id == null ? -1 : Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    private void tell(StreamCrowd crowd, int deaf, long cpu) throws Exception {
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d streams, %d changes at %d a second; board of %,d bytes; delay median %.0f ms, p99 %.0f ms, most %.0f ms"
                        + " of %,d; %d came back; %d cut off; %.0f %% of a core, clients included; heap %,d kB%n",
                STREAMS,
                CHANGES,
                1_000_000_000 / BETWEEN_NANOS,
                served.get("/api/v1/gates").body().length(),
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1),
                sorted.length,
                crowd.comings() - crowd.clients().size(),
                deaf,
                100.0 * cpu / (CHANGES * BETWEEN_NANOS),
                usedKilobytes());
        assertThat(sorted).hasSizeGreaterThan(STREAMS);
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static long usedKilobytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
    }
}
