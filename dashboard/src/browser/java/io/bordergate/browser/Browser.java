package io.bordergate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One page in a real browser without a window, driven by its debugging protocol; for the tests of two modules. Not thread-safe. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** What the page complained of: faults of scripts, and what its policy refused. */
    public final List<String> complaints = new CopyOnWriteArrayList<>();

    /** Where pages lie that were left: what their ends bring may come late. */
    private final Set<String> former = ConcurrentHashMap.newKeySet();

    private volatile String here = "";
    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private int asked;

    private Browser(Process process, String debugger) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(debugger), new Listener())
                .join();
    }

    public static Optional<Path> findProgram() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Browser open(Path program, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=en-GB",
                        "--user-data-dir=" + folder,
                        "--remote-debugging-address=127.0.0.1",
                        "--remote-debugging-port=0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        try {
            var ask = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port(process, folder) + "/json/new?about:blank"))
                    .PUT(BodyPublishers.noBody())
                    .build();
            String tab = HttpClient.newHttpClient()
                    .send(ask, BodyHandlers.ofString())
                    .body();
            var browser = new Browser(
                    process, JSON.readTree(tab).path("webSocketDebuggerUrl").asText());
            browser.begin();
            return browser;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String port(Process process, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as("the browser has started")
                    .isTrue();
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return Files.readAllLines(file).get(0);
    }

    private void begin() {
        ask("Runtime.enable", object());
        ask("Log.enable", object());
        ask("Page.enable", object());
    }

    /** To another page, with no complaints yet. */
    public void go(String url) {
        former.add(here);
        here = String.valueOf(URI.create(url).getAuthority());
        former.remove(here);
        complaints.clear();
        ask("Page.navigate", object().put("url", url));
    }

    private void complain(JsonNode what) {
        String from = what.at("/entry/url").asText();
        if (former.stream().noneMatch(left -> !left.isEmpty() && from.contains("://" + left + "/"))) {
            complaints.add(what.toString());
        }
    }

    public void width(int pixels) {
        ask("Emulation.setDeviceMetricsOverride", metrics(pixels, 900));
    }

    /** As a system says that is set to dark, or to light. */
    public void dark(boolean dark) {
        ArrayNode features = JSON.createArrayNode();
        features.addObject().put("name", "prefers-color-scheme").put("value", dark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", object().set("features", features));
    }

    /** The page as it looks, as PNG: from its top, so many pixels of height. */
    public byte[] picture(int width, int height) throws IOException {
        ask("Emulation.setDeviceMetricsOverride", metrics(width, height));
        JsonNode answer = ask("Page.captureScreenshot", object().put("format", "png"));
        return answer.path("data").binaryValue();
    }

    /** The value of an expression in the page. */
    public JsonNode value(String expression) {
        JsonNode answer = ask(
                "Runtime.evaluate",
                object().put("expression", expression).put("awaitPromise", true).put("returnByValue", true));
        assertThat(answer.path("exceptionDetails").toString()).as(expression).isEmpty();
        return answer.path("result").path("value");
    }

    /** Returns when the condition holds in the page. */
    public void await(String condition) {
        value("""
            new Promise((resolve, reject) => {
              const end = Date.now() + 20000;
              (function look() {
                if (%s) resolve(true); else if (Date.now() > end) reject(new Error("never")); else setTimeout(look, 20);
              })();
            })""".formatted(condition));
    }

    private static ObjectNode metrics(int width, int height) {
        return object().put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", false);
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        int id = ++asked;
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        ObjectNode request = object().put("id", id).put("method", method);
        request.set("params", parameters);
        socket.sendText(request.toString(), true).join();
        return answer.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode told = JSON.readTree(message);
                if (told.has("id")) {
                    answers.remove(told.path("id").asInt()).complete(told.path("result"));
                } else if (told.path("method").asText().equals("Runtime.exceptionThrown")
                        || told.at("/params/entry/level").asText().equals("error")) {
                    complain(told.path("params"));
                }
            } catch (IOException e) {
                complaints.add("not understood: " + message);
            }
        }
    }
}
