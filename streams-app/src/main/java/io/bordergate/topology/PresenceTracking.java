package io.bordergate.topology;

import io.bordergate.domain.presence.Track;
import io.bordergate.domain.presence.TrackCodec;
import io.bordergate.domain.site.Site;
import io.bordergate.state.ObjectCodec;
import io.bordergate.state.ObjectStoreBuilder;
import java.util.Set;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Stage: positions and ticks of the clock in, changed stays out. Partitioned by truck. */
final class PresenceTracking implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    static final String TRACKS = "track-by-truck";
    static final String FATES = "position-fate-by-reason";

    private final Site site;
    private final TopologySettings settings;

    PresenceTracking(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
    }

    KStream<String, Emitted> build(KStream<byte[], byte[]> positionsAndTicks) {
        return positionsAndTicks.process(this, Named.as("presence.apply-fix"));
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        return new PresenceProcessor(site, settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                new ObjectStoreBuilder<>(TRACKS, new Codec(new TrackCodec(site)), settings.tracksInMemory()),
                FateCounts.storeBuilder(FATES));
    }

    private record Codec(TrackCodec tracks) implements ObjectCodec<Track> {
        @Override
        public byte[] encode(Track track) {
            return tracks.encode(track);
        }

        @Override
        public Track decode(String truckId, byte[] bytes) {
            return tracks.decode(truckId, bytes);
        }
    }
}
