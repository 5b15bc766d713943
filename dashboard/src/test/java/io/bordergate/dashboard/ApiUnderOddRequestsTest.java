package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.trip.Trips.export;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.DescribedApi.Operation;
import io.bordergate.dashboard.OddRequests.OddRequest;
import io.bordergate.dashboard.trip.TruckPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, the API answers as it is described, and does not fail. Requests are drawn from a seed:
 * {@code -Dapi.seed=7 -Dapi.requests=100000}.
 */
@Timeout(120)
class ApiUnderOddRequestsTest {
    private static final long SEED = Long.getLong("api.seed", 1);
    private static final int REQUESTS = Integer.getInteger("api.requests", 2_000);
    private static final int MOST_TOLD = 10;
    /** What the inside looks like. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+\\.[\\w.]+\\(|Exception|io\\.bordergate|org\\.eclipse|javalin|java\\.(lang|util|time)|jackson");

    @TempDir
    private Path folder;

    private ServedBoard served;
    private DescribedApi api;

    @BeforeEach
    void serve() throws Exception {
        AccessConfig usual = Guarded.access(folder);
        served = Guarded.serve(new AccessConfig(usual.mode(), usual.tokens(), null, null, true, 100_000));
        served.trips.put(export("VN:12C12345", "2026050300533"));
        served.trips.places().put(new TruckPlace("VN:12C12345", 21.97, 106.71, NOON));
        served.show();
        api = new DescribedApi(Guarded.json(Guarded.get(served, "/api/v1/openapi.json", null)));
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void every_answer_is_one_that_is_described() throws IOException {
        System.out.println("odd requests of seed " + SEED);
        var requests = new OddRequests(SEED, api.listOperations());
        Map<String, Integer> seen = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < REQUESTS && wrong.size() < MOST_TOLD; i++) {
            OddRequest request = requests.next();
            RawAnswer answer = RawAnswer.to(served.port(), request.bytes());
            seen.merge(String.valueOf(answer.status()), 1, Integer::sum);
            String at = "seed " + SEED + ", request " + i + ": ";
            faults(request, answer)
                    .forEach(fault ->
                            wrong.add(at + fault + "\n" + brief(request.text()) + "\n-> " + brief(answer.text())));
        }
        System.out.println("answers by status: " + seen);
        assertThat(wrong).as(String.join("\n\n", wrong)).isEmpty();
        // Or the requests have strayed so far that nothing is asked any more.
        assertThat(seen).containsKeys("200", "304", "400", "401", "403", "404", "405", "406", "413", "415", "421");
        assertThat(seen.get("200")).isGreaterThan(REQUESTS / 20);
    }

    private static String brief(String text) {
        return text.length() > 500 ? text.substring(0, 500) + " …" : text;
    }

    private List<String> faults(OddRequest request, RawAnswer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500 || !statuses(request).contains(String.valueOf(answer.status()))) {
            faults.add("status " + answer.status() + " is not described");
        }
        SafetyHeaders.ALL.keySet().stream()
                .filter(name -> !answer.headers().containsKey(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> faults.add("without " + name));
        if (answer.headers().containsKey("x-injected") || answer.headers().containsKey("server")) {
            faults.add("a header that is not ours");
        }
        if (INSIDE.matcher(answer.body()).find() && !request.operation().path().endsWith("openapi.json")) {
            faults.add("shows its inside");
        }
        boolean repeats = answer.status() == 202;
        if (!repeats && (answer.text().contains(OddText.MARKUP) || answer.text().contains(OddRequests.SECRET))) {
            faults.add("repeats what was sent");
        }
        if (!request.method().equals("HEAD") && answer.status() != 304 && answer.status() != 204) {
            faults.addAll(body(request, answer));
        }
        return faults;
    }

    private List<String> statuses(OddRequest request) {
        List<String> statuses = new ArrayList<>(api.listAnywhere());
        candidates(request).forEach(one -> statuses.addAll(one.statuses()));
        return statuses;
    }

    /** What the request may be taken for; nothing if no operation has its method. */
    private List<Operation> candidates(OddRequest request) {
        return api.listOperations().stream()
                .filter(one -> one.method().equals(request.method()))
                .filter(one -> request.strays()
                        || one.path().equals(request.operation().path()))
                .toList();
    }

    private List<String> body(OddRequest request, RawAnswer answer) {
        String type = answer.header("content-type");
        if (answer.status() >= 400) {
            return type.equals(Problem.MEDIA_TYPE)
                    ? faults(DescribedApi.PROBLEM, answer)
                    : List.of("not a problem, but " + type);
        }
        if (!type.equals("application/json")) {
            return List.of();
        }
        List<List<String>> faults = candidates(request).stream()
                .map(one -> one.schema(String.valueOf(answer.status())))
                .filter(api::describes)
                .map(schema -> faults(schema, answer))
                .toList();
        return faults.stream().anyMatch(List::isEmpty) ? List.of() : List.of("no such answer is described: " + faults);
    }

    private List<String> faults(String schema, RawAnswer answer) {
        try {
            JsonNode body = BoardJson.MAPPER.readTree(answer.body());
            return api.faults(schema, body);
        } catch (JsonProcessingException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        }
    }
}
