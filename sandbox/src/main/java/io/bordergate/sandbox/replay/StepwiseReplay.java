package io.bordergate.sandbox.replay;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.site.Site;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.sandbox.ClockTicks;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.FeedRecords;
import io.bordergate.sandbox.FreshPlatform;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.Progress;
import io.bordergate.simulator.Report;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A replay that stands still when it is told to: a platform of its own with the application, fed with what is reported until a
 * moment, and then asked what is advised at that moment. Not thread-safe.
 */
public final class StepwiseReplay implements AutoCloseable {
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private final FreshPlatform fresh;
    private final Instances instances;
    private final InputSender sender;
    private final FeedRecords records;
    private final ClockTicks ticks;
    private final StageClock clock;
    private final CommittedTable<GateAdviceGiven> advice;
    private final Patience patience;

    private StepwiseReplay(FreshPlatform fresh, Site site, int partitions, Progress progress) {
        this.fresh = fresh;
        Platform platform = fresh.platform();
        instances = new Instances(1, platform, site, fresh.folder());
        sender = new InputSender(platform.bootstrapServers());
        records = new FeedRecords(platform.serde());
        ticks = new ClockTicks(platform.serde(), partitions);
        clock = new StageClock(platform.bootstrapServers(), platform.serde(), StageClock.ADVICE);
        advice = new CommittedTable<>(
                BorderTopics.GATE_ADVICE, GateAdviceGiven.class, platform.bootstrapServers(), platform.serde());
        patience = new Patience(instances::haveFailed, words -> progress.tell(words, false), STANDSTILL);
    }

    /** From nothing. */
    public static StepwiseReplay start(GateHome home, Site site, int partitions, Progress progress) throws IOException {
        var fresh = FreshPlatform.start(home, "replay", partitions, progress);
        try {
            return new StepwiseReplay(fresh, site, partitions, progress);
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
    }

    public void send(Report report) {
        sender.send(records.of(report));
    }

    /** Moves the clock on and waits until all that was received until then has been concluded from; the newest advice by gate. */
    public Map<String, GateAdviceGiven> adviceAt(Instant time) {
        ticks.at(time).forEach(sender::send);
        sender.flush();
        patience.await(
                () -> clock.partitionsAt(time, StageClock.LAST_PARTITIONS),
                there -> there == 1,
                there -> "waiting for advice at " + time);
        return Map.copyOf(advice.readToEnd());
    }

    @Override
    public void close() throws IOException {
        advice.close();
        clock.close();
        sender.close();
        instances.close();
        fresh.close();
    }
}
