package io.bordergate.sandbox.replay;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.site.Site;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.FeedRecords;
import io.bordergate.sandbox.Folders;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.Progress;
import io.bordergate.sandbox.TopicPlan;
import io.bordergate.simulator.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A replay that stands still when it is told to: a platform of its own with the application, fed with what is reported until a
 * moment, and then asked what is advised at that moment. Not thread-safe.
 */
public final class StepwiseReplay implements AutoCloseable {
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private final Path folder;
    private final Platform platform;
    private final Instances instances;
    private final InputSender sender;
    private final FeedRecords records;
    private final StageClock clock;
    private final CommittedTable<GateAdviceGiven> advice;
    private final Patience patience;

    private StepwiseReplay(Path folder, Platform platform, Site site, int partitions, Progress progress) {
        this.folder = folder;
        this.platform = platform;
        instances = new Instances(1, platform, site, folder);
        sender = new InputSender(platform.bootstrapServers());
        records = new FeedRecords(platform.serde(), partitions);
        clock = new StageClock(platform.bootstrapServers(), platform.serde(), StageClock.ADVICE);
        advice = new CommittedTable<>(
                BorderTopics.GATE_ADVICE, GateAdviceGiven.class, platform.bootstrapServers(), platform.serde());
        patience = new Patience(instances::haveFailed, words -> progress.tell(words, false), STANDSTILL);
    }

    /** From nothing. */
    public static StepwiseReplay start(GateHome home, Site site, int partitions, Progress progress) throws IOException {
        Path folder = home.state()
                .resolve("replay")
                .resolve(Long.toString(ProcessHandle.current().pid()));
        Folders.delete(folder);
        var place = new Platform.Place(
                folder.resolve("broker"),
                folder.resolve("registry"),
                home.logs().resolve("replay-registry.log"),
                0,
                0);
        var platform = Platform.start(
                home.registryDistribution(),
                place,
                TopicPlan.sandbox(partitions),
                step -> progress.step("starting: " + step));
        return new StepwiseReplay(folder, platform, site, partitions, progress);
    }

    public void send(Report report) {
        ProducerRecord<byte[], byte[]> record = records.of(report);
        sender.send(record);
    }

    /** Moves the clock on and waits until all that was received until then has been concluded from; the newest advice by gate. */
    public Map<String, GateAdviceGiven> adviceAt(Instant time) {
        records.ticks(time).forEach(sender::send);
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
        platform.close();
        Folders.delete(folder);
    }
}
