package io.bordergate.serde;

/** Turns an answer that is not the one asked for into the exception that says so. */
final class Refusal {

    private Refusal() {}

    static SerdeException of(RegistryAnswer answer, String about) {
        var words = answer.message();
        if (answer.isMissing()) {
            return new UnknownSchemaException(
                    about + " is not known to schema registry " + answer.from() + ": " + words);
        }
        return switch (answer.status()) {
            case 409 ->
                new IncompatibleSchemaException(
                        about + " is refused as incompatible by schema registry " + answer.from() + ": " + words);
            case 401, 403 ->
                new RegistryRefusedException(
                        about + ": schema registry " + answer.from() + " refuses access (HTTP " + answer.status()
                                + "), check " + SerdeConfig.USER_INFO + " and the rights of this user: " + words,
                        answer.status());
            default ->
                new RegistryRefusedException(
                        about + " is refused by schema registry " + answer.from() + " (HTTP " + answer.status() + "): "
                                + words,
                        answer.status());
        };
    }
}
