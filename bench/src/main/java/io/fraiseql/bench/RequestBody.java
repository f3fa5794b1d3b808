package io.fraiseql.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The text of one request. */
final class RequestBody {

    private RequestBody() {}

    /** The members in the order in which the floors expect them, without spaces. */
    static String of(String operation, String variables, String document) {
        return "{\"operationName\":\"" + operation + "\",\"variables\":{" + variables + "},\"query\":\"" + document
                + "\"}";
    }

    /** A document of this package on one line. */
    static String document(String name) {
        try (var in = Objects.requireNonNull(RequestBody.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\n", " ")
                    .replaceAll(" +", " ")
                    .trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
