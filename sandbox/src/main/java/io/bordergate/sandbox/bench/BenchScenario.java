package io.bordergate.sandbox.bench;

import io.bordergate.domain.site.Site;
import io.bordergate.sandbox.GateHome;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.SiteMap;
import io.bordergate.sitefile.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A scenario of the simulator and the same site as the product reads it. Immutable.
 *
 * @param scenario what the simulated world does
 * @param site what the product is told of the place
 */
record BenchScenario(Scenario scenario, Site site) {
    /** Of the input topics, as in {@code gate up}. */
    static final int PARTITIONS = 4;

    private static final String SITE = "deploy/site/lang-son.geojson";

    /** One that the product is shipped with. */
    static BenchScenario named(String name, GateHome home) throws IOException {
        return new BenchScenario(Scenario.named(name, SiteMap.read(file(home))), site(home));
    }

    static Site site(GateHome home) throws IOException {
        return SiteFile.parse(Files.readString(file(home)));
    }

    private static Path file(GateHome home) {
        return home.top().resolve(SITE);
    }
}
