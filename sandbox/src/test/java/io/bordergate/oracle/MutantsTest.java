package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A comparison with the oracle is worth what it notices: inputs that were changed in one place, as a faulty product
 * would take them, must give other results in at least the share of cases that was measured, rounded down.
 */
class MutantsTest {

    private static final int CASES = 40;
    private static final long FIRST_SEED = 1000;
    private static final List<TripCase> ORIGINALS = LongStream.range(FIRST_SEED, FIRST_SEED + CASES)
            .mapToObj(seed -> RandomTrips.generate(seed, 5))
            .toList();
    private static final List<Oracle.Result> RESULTS =
            ORIGINALS.stream().map(TripCase::result).toList();
    private static final MilestoneReader READER = new MilestoneReader(Instant.MAX);

    /** Changes a case in one place; the case as it was if there is no such place. */
    private interface Mutation {
        TripCase apply(TripCase original, Random random);
    }

    @Test
    void aLineDropped() {
        assertNoticed("fix dropped", 0.2, (original, random) -> {
            List<String> positions = new ArrayList<>(original.positions());
            positions.remove(1 + random.nextInt(positions.size() - 1));
            return original.with(positions, original.milestones());
        });
        assertNoticed("milestone dropped", 0.25, (original, random) -> {
            List<String> milestones = new ArrayList<>(original.milestones());
            milestones.remove(random.nextInt(milestones.size()));
            return original.with(original.positions(), milestones);
        });
    }

    @Test
    void aLineRepeatedWithAChange() {
        assertNoticed("fix repeated elsewhere a second later", 0.6, (original, random) -> {
            if (original.site().contains("maxSpeedKmh")) {
                return original; // there it says nothing, by rule
            }
            List<String> positions = new ArrayList<>(original.positions());
            int at = 1 + random.nextInt(positions.size() - 1);
            List<String> fields =
                    new ArrayList<>(CsvLine.split(positions.get(at)).orElseThrow());
            fields.set(1, Instant.parse(fields.get(1)).plusSeconds(1).toString());
            fields.set(3, Double.toString(Double.parseDouble(fields.get(3)) + 0.02));
            positions.add(at + 1, CsvLine.join(fields));
            return original.with(positions, original.milestones());
        });
        assertNoticed("milestone repeated two hours earlier", 0.2, (original, random) -> {
            List<String> milestones = new ArrayList<>(original.milestones());
            String line = milestones.get(random.nextInt(milestones.size()));
            milestones.add(shifted(line, Duration.ofHours(-2)));
            return original.with(original.positions(), milestones);
        });
    }

    @Test
    void linesSwappedAcrossTheWindow() {
        assertNoticed("fixes swapped", 0.2, (original, random) -> {
            List<String> positions = new ArrayList<>(original.positions());
            int early = 1 + random.nextInt(positions.size() - 1);
            findBeyondWindow(original, early).ifPresent(late -> {
                String line = positions.get(early);
                positions.set(early, positions.get(late));
                positions.set(late, line);
            });
            return original.with(positions, original.milestones());
        });
    }

    @Test
    void aRuleBroken() {
        assertNoticed("one authority is enough", 0.75, (original, random) -> {
            List<String> milestones = new ArrayList<>(original.milestones());
            for (String line : original.milestones()) {
                if (line.contains("\"GTIN\"") && line.contains("\"CUSTOMS\"")) {
                    milestones.add(line.replace("\"CUSTOMS\"", "\"BORDER_GUARD\""));
                }
            }
            return original.with(original.positions(), milestones);
        });
        assertNoticed("no window", 0.15, (original, random) -> {
            String site = original.site().replaceFirst("\"latenessWindow\" : \"[^\"]+\",", "");
            return new TripCase(
                    site.replaceFirst("\\{", "{\"latenessWindow\":\"PT480H\","),
                    original.positions(),
                    original.milestones(),
                    original.now());
        });
        assertNoticed("the contradiction received last counts", 0.35, (original, random) -> {
            List<String> milestones = new ArrayList<>(original.milestones());
            Map<Milestone.Identity, Integer> first = new HashMap<>();
            for (int i = 0; i < milestones.size(); i++) {
                Optional<Milestone> read = READER.read(milestones.get(i));
                Integer before =
                        read.isEmpty() ? null : first.putIfAbsent(read.get().identity(), i);
                if (before != null) {
                    exchangeRecordTimes(milestones, before, i);
                }
            }
            return original.with(original.positions(), milestones);
        });
    }

    @Test
    void aRuleOfAmendmentsBroken() {
        assertNoticed("what is said last was always said", 0.85, (original, random) -> {
            Map<String, String> last = lastGates(original);
            List<String> milestones = new ArrayList<>();
            for (String line : original.milestones()) {
                String gate = READER.read(line)
                        .map(read -> last.get(read.declaration()))
                        .orElse("");
                milestones.add(line.replaceFirst("\"gateId\":\"[^\"]+\"", "\"gateId\":\"" + gate + "\""));
            }
            return original.with(original.positions(), milestones);
        });
        assertNoticed("who is sent on must be gone at once", 0.45, (original, random) -> {
            ObjectNode site = original.siteTree();
            for (JsonNode feature : site.path("features")) {
                if (feature.path("properties").path("kind").asText().equals("gate")) {
                    ((ObjectNode) feature.path("properties"))
                            .withObjectProperty("limits")
                            .put("moveWithin", "PT0S");
                }
            }
            return new TripCase(site.toString(), original.positions(), original.milestones(), original.now());
        });
    }

    @Test
    void aRuleOfPositionsBroken() {
        assertNoticed("two suspects in a row are believed", 0.9, (original, random) -> {
            List<String> positions = new ArrayList<>();
            Set<String> seconds = secondSuspects(original);
            for (String line : original.positions()) {
                positions.add(line);
                if (seconds.contains(line)) {
                    positions.add(aMillisecondLater(line)); // a third one, at once
                }
            }
            return original.with(positions, original.milestones());
        });
        assertNoticed(
                "vague fixes are taken as placed",
                0.9,
                (original, random) -> new TripCase(
                        original.site().replaceFirst("\"maxAccuracyMetres\" : \\d+,", ""),
                        original.positions(),
                        original.milestones(),
                        original.now()));
    }

    @Test
    void aRepeatThatPassesForNew() {
        int noticed = 0;
        for (TripCase original : ORIGINALS) {
            List<String> repeated = new ArrayList<>(original.milestones());
            List<String> passing = new ArrayList<>(original.milestones());
            String line = original.milestones().get(original.milestones().size() / 3);
            repeated.add(line);
            passing.add(shifted(line, Duration.ofMillis(1)));
            Oracle.Result right = original.with(original.positions(), repeated).result();
            Oracle.Result wrong = original.with(original.positions(), passing).result();
            noticed += right.fates().equals(wrong.fates()) ? 0 : 1;
        }
        System.out.printf("mutants: a repeat that passes for new: noticed %d of %d by its fate%n", noticed, CASES);
        assertThat(noticed).isGreaterThanOrEqualTo(CASES * 3 / 4);
    }

    private static void assertNoticed(String name, double floor, Mutation mutation) {
        int changed = 0;
        int noticed = 0;
        for (int i = 0; i < CASES; i++) {
            TripCase original = ORIGINALS.get(i);
            TripCase mutant = mutation.apply(original, new Random(i));
            if (!mutant.equals(original)) {
                changed++;
                noticed += isNoticed(RESULTS.get(i), mutant.result()) ? 1 : 0;
            }
        }
        double share = (double) noticed / changed;
        System.out.printf("mutants from seed %d: %s: noticed %d of %d%n", FIRST_SEED, name, noticed, changed);
        assertThat(changed).as(name).isGreaterThan(CASES / 4);
        assertThat(share).as(name).isGreaterThanOrEqualTo(floor);
    }

    private static Map<String, String> lastGates(TripCase files) {
        Map<String, String> last = new HashMap<>();
        Milestones milestones = Milestones.of(files.milestones(), files.parsedSite(), files.now());
        for (Declaration declaration : milestones.declarations()) {
            Spell.of(declaration.milestones(), Content::gate)
                    .forEach(spell -> last.put(declaration.id(), spell.value()));
        }
        return last;
    }

    /** The lines of those that follow a suspect in a row, and are not believed. */
    private static Set<String> secondSuspects(TripCase files) {
        Site site = files.parsedSite();
        List<Line> lines = Recording.lines(files.positions(), site, files.now());
        Set<Fix> seconds = new HashSet<>();
        for (Track track : Recording.of(lines, site).tracks()) {
            List<Step> placed =
                    track.steps().stream().filter(step -> !step.fix().vague()).toList();
            for (int i = 2; i < placed.size(); i++) {
                boolean isSecond = placed.get(i - 2).isAccepted()
                        && !placed.get(i - 1).isAccepted()
                        && !placed.get(i).isAccepted();
                if (isSecond) {
                    seconds.add(placed.get(i).fix());
                }
            }
        }
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).fix().filter(seconds::contains).isPresent())
                .mapToObj(i -> files.positions().get(i + 1))
                .collect(Collectors.toSet());
    }

    private static String aMillisecondLater(String line) {
        List<String> fields = new ArrayList<>(CsvLine.split(line).orElseThrow());
        fields.set(1, Instant.parse(fields.get(1)).plusMillis(1).toString());
        return CsvLine.join(fields);
    }

    private static void exchangeRecordTimes(List<String> milestones, int a, int b) {
        Pattern member = Pattern.compile("\"recordTime\":\"[^\"]+\"");
        String first = milestones.get(a);
        String second = milestones.get(b);
        String ofFirst =
                member.matcher(first).results().findFirst().orElseThrow().group();
        String ofSecond =
                member.matcher(second).results().findFirst().orElseThrow().group();
        milestones.set(a, first.replace(ofFirst, ofSecond));
        milestones.set(b, second.replace(ofSecond, ofFirst));
    }

    /** By stays, trips and discrepancies; the counts of fates would tell of any line more or less. */
    private static boolean isNoticed(Oracle.Result before, Oracle.Result after) {
        return !before.trips().equals(after.trips())
                || !before.discrepancies().equals(after.discrepancies())
                || !before.stays().equals(after.stays());
    }

    private static String shifted(String line, Duration by) {
        return READER.read(line)
                .map(read -> line.replaceFirst(
                        "\"eventTime\":\"[^\"]+\"",
                        "\"eventTime\":\"" + read.eventTime().plus(by) + "\""))
                .orElse(line);
    }

    /** A later line of the same truck, received so much later that the first would be late behind it. */
    private static Optional<Integer> findBeyondWindow(TripCase files, int early) {
        Site site = files.parsedSite();
        List<Line> lines = Recording.lines(files.positions(), site, files.now());
        Fix first = lines.get(early - 1).fix().orElseThrow();
        for (int i = early + 1; i <= lines.size(); i++) {
            Fix fix = lines.get(i - 1).fix().orElseThrow();
            if (fix.truck().equals(first.truck()) && Lateness.isLate(first, fix.recordTime(), site.latenessWindow())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
