package io.bordergate.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A line drawn across the road; fixes further apart than its silence timeout are not joined. Immutable. */
record CrossingLine(String id, Optional<String> gate, List<Point> points, Optional<Duration> silenceTimeout) {}
