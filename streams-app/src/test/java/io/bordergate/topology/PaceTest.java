package io.bordergate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** Much that is due is done a part at a time, however often it is heard that something is due. */
class PaceTest {
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final Steps steps = new Steps();
    private final Pace pace = new Pace(context, clock(), steps);

    /** Steps of which a fifth fills a part. */
    private static final class Steps implements Pace.Work {
        private int left;
        private int done;
        private int parts;

        @Override
        public int step() {
            if (left == 0) {
                return 0;
            }
            left--;
            done++;
            return 400;
        }

        @Override
        public void partDone() {
            parts++;
        }

        @Override
        public void caughtUp() {
            parts++;
        }
    }

    @Test
    void doesWhatIsLittleAtOnce() {
        steps.left = 4;
        pace.begin();

        assertThat(steps.done).isEqualTo(4);
        assertThat(pace.isBehind()).isFalse();
    }

    @Test
    void doesOnePartBeforeATransactionCanEndHoweverManyClocksAreHeard() {
        steps.left = 12;
        for (int heard = 0; heard < 10; heard++) {
            pace.begin();
        }

        assertThat(steps.done).isEqualTo(5);
        assertThat(pace.isBehind()).isTrue();

        goOn();
        assertThat(steps.done).isEqualTo(10);
        goOn();
        assertThat(steps.done).isEqualTo(12);
        assertThat(steps.parts).isEqualTo(3);
        assertThat(pace.isBehind()).isFalse();
    }

    private void goOn() {
        context.scheduledPunctuators()
                .forEach(punctuator -> punctuator.getPunctuator().punctuate(0));
    }

    private EventClock clock() {
        KeyValueStore<String, Long> clocks = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("clocks"), Serdes.String(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        clocks.init(context.getStateStoreContext(), clocks);
        return new EventClock(clocks, 1, 0);
    }
}
