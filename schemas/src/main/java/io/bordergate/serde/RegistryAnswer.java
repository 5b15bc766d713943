package io.bordergate.serde;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the registry said: a status from 200 to 499 and its JSON. Immutable.
 *
 * @param from the address that answered
 */
record RegistryAnswer(RegistryEndpoint from, int status, JsonNode body) {

    private static final int LONGEST_MESSAGE = 600;

    boolean isOk() {
        return status < 300;
    }

    /** The registry's own code: 40401 no subject, 40402 no version, 40403 no schema; 0 where it gives none. */
    int errorCode() {
        return body.path("error_code").asInt(0);
    }

    /** The registry knows its own path, and has not got what was asked for. */
    boolean isMissing() {
        return status == 404 && errorCode() / 100 == 404;
    }

    /** The registry's own words, on one line. */
    String message() {
        var words = body.path("message").asText("").replaceAll("\\s+", " ").strip();
        if (words.isEmpty()) {
            return "it gave no reason";
        }
        return words.length() <= LONGEST_MESSAGE ? words : words.substring(0, LONGEST_MESSAGE) + "...";
    }
}
