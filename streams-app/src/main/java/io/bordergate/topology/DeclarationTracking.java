package io.bordergate.topology;

import io.bordergate.domain.declaration.GateDays;
import io.bordergate.domain.declaration.MilestoneCheck;
import io.bordergate.domain.site.Site;
import io.bordergate.state.ObjectStoreBuilder;
import io.bordergate.stored.DeclarationState;
import java.util.Set;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Stage: milestones and ticks of the clock in, what they say of each truck out. Partitioned by declaration. */
final class DeclarationTracking implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    static final String DECLARATIONS = "declaration-by-id";
    static final String FATES = "declaration-fate-by-reason";

    private final Site site;
    private final TopologySettings settings;

    DeclarationTracking(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
    }

    KStream<String, Emitted> build(KStream<byte[], byte[]> milestonesAndTicks) {
        return milestonesAndTicks.process(this, Named.as("declaration.apply-milestone"));
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        var days = new GateDays(site.gates().settings(), site.timeZone());
        var check = new MilestoneCheck(site.gates().ids(), site.gates().plateProvince(), days);
        return new DeclarationProcessor(check, settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                new ObjectStoreBuilder<>(
                        DECLARATIONS, new StoredAvro<>(DeclarationState.class), settings.tracksInMemory()),
                FateCounts.storeBuilder(FATES));
    }
}
