package io.bordergate.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Talks to the registry over HTTP: tries each address, then waits and tries again, and never waits without an end. What
 * comes back is an answer the registry meant; everything else is {@link RegistryUnavailableException}. Thread-safe.
 */
final class RegistryHttp {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<RegistryEndpoint> endpoints;
    private final Backoff backoff;
    private final Duration timeout;
    private final HttpClient http;
    private volatile int lastGood;

    RegistryHttp(List<RegistryEndpoint> endpoints, Backoff backoff, Duration connectTimeout, Duration timeout) {
        this.endpoints = endpoints;
        this.backoff = backoff;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }

    RegistryAnswer get(String path) {
        return send("GET", path, null);
    }

    RegistryAnswer send(String method, String path, JsonNode body) {
        for (int round = 0; ; round++) {
            try {
                return askEach(method, path, body);
            } catch (RegistryUnavailableException e) {
                if (round == backoff.retries()) {
                    throw e;
                }
                backoff.pause(round);
            }
        }
    }

    /** One round over the addresses, without retry. */
    RegistryAnswer askEach(String method, String path, JsonNode body) {
        int start = lastGood;
        RegistryUnavailableException failure = null;
        for (int i = 0; i < endpoints.size(); i++) {
            int index = (start + i) % endpoints.size();
            try {
                var answer = ask(endpoints.get(index), method, path, body);
                lastGood = index;
                return answer;
            } catch (RegistryUnavailableException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private RegistryAnswer ask(RegistryEndpoint endpoint, String method, String path, JsonNode body) {
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(timeout)
                .header("Accept", CONTENT_TYPE + ", application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", CONTENT_TYPE);
        }
        if (endpoint.authorization() != null) {
            request.header("Authorization", endpoint.authorization());
        }
        return understand(endpoint, exchange(endpoint, request.build()));
    }

    /** The request's own timeout ends with the headers, so the body is waited for here. */
    private HttpResponse<String> exchange(RegistryEndpoint endpoint, HttpRequest request) {
        var underWay = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return underWay.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unavailable(endpoint, "did not answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            var why = e.getCause();
            var words = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
            throw unavailable(endpoint, "cannot be reached (" + words + ")", why);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            underWay.cancel(true);
        }
    }

    private static RegistryAnswer understand(RegistryEndpoint endpoint, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 408 || status == 429 || status >= 500) {
            throw unavailable(endpoint, "is not able to answer now (HTTP " + status + ")", null);
        }
        var answer = new RegistryAnswer(endpoint, status, parse(response.body()));
        boolean foreign = answer.isOk() ? answer.body().isMissingNode() : status == 404 && !answer.isMissing();
        if (foreign || status / 100 == 3) {
            throw unavailable(
                    endpoint,
                    "does not answer like a schema registry (HTTP " + status + "), check " + SerdeConfig.URL,
                    null);
        }
        return answer;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static RegistryUnavailableException unavailable(RegistryEndpoint endpoint, String what, Throwable cause) {
        return new RegistryUnavailableException("schema registry " + endpoint + " " + what, cause);
    }
}
