package io.bordergate.topology;

import io.bordergate.domain.advice.Advice;
import io.bordergate.domain.advice.Advisor;
import io.bordergate.domain.advice.GateOutlook;
import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.site.Site;
import io.bordergate.stored.AdviceFact;
import io.bordergate.stored.AdviceState;
import io.bordergate.stored.GateOutlookKnown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps how each gate stands; when all of a quarter hour have come, asks for advice and sends it. */
final class AdviceProcessor implements Processor<byte[], byte[], String, Emitted>, TimedStage.Work {
    private static final int STEPS_OF_ADVICE = 20;

    private final TopologySettings settings;
    private final Advisor advisor;
    private final Map<String, AdviceState> gates = new TreeMap<>();
    private ProcessorContext<String, Emitted> context;
    private KeyValueStore<String, AdviceState> stored;
    private TimedStage<AdviceFact> stage;

    AdviceProcessor(Site site, TopologySettings settings) {
        this.settings = settings;
        this.advisor = new Advisor(site);
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        this.context = context;
        stored = context.getStateStore(AdviceGiving.GATES);
        gates.clear();
        try (var all = stored.all()) {
            all.forEachRemaining(entry -> gates.put(entry.key, entry.value));
        }
        stage = new TimedStage<>(
                AdviceGiving.STAGE,
                context,
                settings,
                settings.gatePartitions(),
                new StoredAvro<>(AdviceFact.class),
                AdviceFact::getFact,
                this);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        stage.receive(record);
    }

    @Override
    public Reason take(String gateId, Object fact, long at, long now) {
        if (fact instanceof GateOutlookKnown outlook) {
            AdviceState before = gates.get(gateId);
            keep(
                    gateId,
                    AdviceState.newBuilder()
                            .setOutlook(outlook)
                            .setSince(before == null ? null : before.getSince())
                            .setAdvisedAt(before == null ? null : before.getAdvisedAt())
                            .build());
        }
        return Reason.NONE;
    }

    private void keep(String gateId, AdviceState state) {
        gates.put(gateId, state);
        stored.put(gateId, state);
    }

    /** The quarter hour of the earliest outlook that nothing was concluded from yet. */
    @Override
    public long nextDue(long now) {
        return gates.values().stream()
                .filter(AdviceProcessor::isNew)
                .mapToLong(state -> state.getOutlook().getAt().toEpochMilli())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean isNew(AdviceState state) {
        return state.getAdvisedAt() == null || state.getOutlook().getAt().isAfter(state.getAdvisedAt());
    }

    /** All outlooks of a quarter hour count in its advice. */
    @Override
    public boolean factsComeFirst() {
        return true;
    }

    @Override
    public int passDue() {
        Instant at = Instant.ofEpochMilli(nextDue(stage.clock().now()));
        List<GateOutlook> outlooks = new ArrayList<>();
        Map<String, Instant> needs = new HashMap<>();
        gates.forEach((gateId, state) -> {
            if (isNew(state) && state.getOutlook().getAt().equals(at)) {
                outlooks.add(TranslateAdvice.outlook(state.getOutlook()));
                if (state.getSince() != null) {
                    needs.put(gateId, state.getSince());
                }
            }
        });
        advisor.advise(outlooks, needs).forEach((gateId, advice) -> give(gateId, advice, at));
        return STEPS_OF_ADVICE;
    }

    private void give(String gateId, Advice advice, Instant at) {
        keep(
                gateId,
                AdviceState.newBuilder(gates.get(gateId))
                        .setSince(advice.since())
                        .setAdvisedAt(at)
                        .build());
        context.forward(new Record<>(gateId, new Emitted.Advised(TranslateAdvice.given(advice)), at.toEpochMilli()));
    }
}
