package io.bordergate.topology;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.Declaration;
import io.bordergate.domain.declaration.Milestone;
import io.bordergate.domain.declaration.MilestoneCheck;
import io.bordergate.domain.declaration.Verdict;
import io.bordergate.domain.intake.Reason;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.state.ObjectStore;
import io.bordergate.state.ObjectStore.Slot;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.DeclarationState;
import io.bordergate.stored.KeptMilestone;
import io.bordergate.stored.TruckFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The way of one milestone: read it, check it, take its declaration, ask the domain, tell the trucks that it concerns. */
final class DeclarationProcessor implements Processor<byte[], byte[], String, Emitted> {
    /** Longer than a milestone may be late, and longer than the trip of its truck is kept. */
    private static final Duration KEPT_FOR = Duration.ofDays(45);

    private final MilestoneCheck check;
    private final TopologySettings settings;
    private ProcessorContext<String, Emitted> context;
    private ObjectStore<DeclarationState> declarations;
    private Accounts accounts;
    private WireReader<DeclarationMilestoneReported> reader;
    private SourceClock clock;
    private Timers timers;

    DeclarationProcessor(MilestoneCheck check, TopologySettings settings) {
        this.check = check;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        this.context = context;
        declarations = context.getStateStore(DeclarationTracking.DECLARATIONS);
        accounts = new Accounts(
                context, DeclarationTracking.FATES, BorderTopics.DECLARATION_MILESTONE, settings.metrics());
        reader = new WireReader<>(
                BorderTopics.DECLARATION_MILESTONE, DeclarationMilestoneReported.class, settings.serde());
        clock = SourceClock.ofTrucks("declaration", settings, context);
        timers = new Timers();
        declarations.forEachStored((id, state) -> timers.arm(id, forgetAt(state)));
        context.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, wall -> {
            accounts.tell(wall);
            clock.wallPassed(wall);
            clock.tell();
            timers.fire(clock.time(), (id, at) -> forget(id));
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (SourceClock.isTick(context)) {
            // Counted where positions are, once.
            Reason unused = clock.tick(record.value());
            clock.tell();
        } else {
            accounts.settle(record, () -> take(record));
        }
    }

    @Override
    public void close() {
        reader.close();
        clock.close();
    }

    private Reason take(Record<byte[], byte[]> record) {
        String id = reader.readKey(record.key());
        if (id == null) {
            return reader.failure();
        }
        DeclarationMilestoneReported event = reader.readValue(record.value());
        if (event == null) {
            return reader.failure();
        }
        if (id.isBlank() || !id.equals(event.getDeclarationId())) {
            return Reason.BAD_KEY;
        }
        Milestone milestone = TranslateDeclaration.milestone(event, Instant.ofEpochMilli(record.timestamp()));
        Reason unsafe = check.unsafe(milestone);
        if (unsafe != Reason.NONE) {
            return unsafe;
        }
        Reason reason = apply(event, milestone, record);
        clock.used(record.timestamp());
        return reason;
    }

    private Reason apply(DeclarationMilestoneReported event, Milestone milestone, Record<byte[], byte[]> record) {
        String id = milestone.declarationId();
        Slot<DeclarationState> slot = declarations.get(id);
        DeclarationState before = slot == null ? TranslateDeclaration.unknown() : slot.value();
        Declaration declaration = TranslateDeclaration.declaration(before, check);
        Verdict verdict = declaration.add(milestone);
        if (verdict.reason() == Reason.FLOOD) {
            return Reason.FLOOD;
        }
        // Records of one declaration may overtake each other, what follows from them may not.
        long at = Math.max(before.getNewestRecordTime().toEpochMilli(), record.timestamp());
        List<Record<String, Emitted>> facts = facts(id, declaration, before, record, at);
        DeclarationState now = TranslateDeclaration.state(declaration, before, event, declaration.trucks());
        now.setNewestRecordTime(Instant.ofEpochMilli(at));
        // Nothing is sent or kept before all of it is known: a milestone that fails half way leaves no trace.
        keep(id, slot, now);
        timers.arm(id, forgetAt(now));
        verdict.released().forEach(released -> accounts.move(Reason.AWAITS_DECLARATION, released.reason()));
        facts.forEach(context::forward);
        return verdict.reason();
    }

    /** For every truck that it covers what it says of it, and for those that it no longer covers that it does not. */
    private List<Record<String, Emitted>> facts(
            String id, Declaration declaration, DeclarationState before, Record<byte[], byte[]> record, long at) {
        Headers origin = Origin.of(record, context.recordMetadata().orElseThrow());
        Set<String> truckIds = new TreeSet<>(before.getToldTrucks());
        truckIds.addAll(declaration.trucks());
        List<Record<String, Emitted>> facts = new ArrayList<>();
        for (String truckId : truckIds) {
            Cover cover = declaration.coverOf(truckId);
            DeclarationCover fact =
                    cover == null ? TranslateDeclaration.revoked(id) : TranslateDeclaration.cover(cover);
            facts.add(new Record<>(truckId, new Emitted.Fact(new TruckFact(fact)), at, origin));
        }
        return facts;
    }

    private void keep(String id, Slot<DeclarationState> slot, DeclarationState now) {
        if (slot == null) {
            declarations.add(id, now);
        } else {
            slot.value().setMilestones(now.getMilestones());
            slot.value().setToldTrucks(now.getToldTrucks());
            slot.value().setNewestRecordTime(now.getNewestRecordTime());
            slot.touch();
        }
    }

    private void forget(String id) {
        Slot<DeclarationState> slot = declarations.get(id);
        if (slot != null) {
            long at = forgetAt(slot.value());
            if (at <= clock.time()) {
                declarations.remove(id);
            } else {
                timers.arm(id, at);
            }
        }
    }

    private static long forgetAt(DeclarationState state) {
        return state.getMilestones().stream()
                .map(KeptMilestone::getRecordTime)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .plus(KEPT_FOR)
                .toEpochMilli();
    }
}
