package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InflowMergeTest {
    private final List<String> sent = new ArrayList<>();

    /** Times of lines in their order in a file; what is sent is noted as name and time. */
    private final class Times implements Inflow {
        private final String name;
        private final List<Long> times;
        private int next;

        Times(String name, Long... times) {
            this.name = name;
            this.times = List.of(times);
        }

        @Override
        public long nextTime() {
            return next < times.size() ? times.get(next) : NONE;
        }

        @Override
        public void sendNext() {
            sent.add(name + times.get(next++));
        }
    }

    @Test
    void sendsWhatWasReceivedFirstAndOfEqualsTheFlowNamedFirst() throws IOException {
        merge(new Times("s", 5L), new Times("m", 1L, 5L, 9L), new Times("p", 0L, 5L, 5L, 8L));

        assertThat(sent).containsExactly("p0", "m1", "s5", "m5", "p5", "p5", "p8", "m9");
    }

    @Test
    void keepsTheOrderOfAFileAlsoWhereItsTimesGoBack() throws IOException {
        merge(new Times("m", 7L, 2L, 3L), new Times("p", 4L, 9L, 1L));

        assertThat(sent).containsExactly("p4", "m7", "m2", "m3", "p9", "p1");
    }

    @Test
    void sendsEveryLineOnceAndOrderedFlowsInOrder() throws IOException {
        long seed = 4_711;
        var random = new Random(seed);
        var flows = new Times[] {sorted("s", random, 20), sorted("m", random, 300), sorted("p", random, 0)};

        int calls = merge(flows);

        assertThat(calls).isEqualTo(320);
        assertThat(sent)
                .as("seed " + seed)
                .hasSize(320)
                .isSortedAccordingTo(java.util.Comparator.comparing(line -> Long.valueOf(line.substring(1))));
    }

    private int merge(Times... flows) throws IOException {
        var calls = new AtomicInteger();
        new InflowMerge(List.of(flows)).sendAll(calls::incrementAndGet);
        return calls.get();
    }

    private Times sorted(String name, Random random, int lines) {
        return new Times(name, random.longs(lines, -50, 50).sorted().boxed().toArray(Long[]::new));
    }
}
