package io.fraiseql.server.action;

/** Writes values for headers of HTTP, which are one line of ISO-8859-1. */
final class HeaderValue {

    private static final int LAST = 0xFF;

    private HeaderValue() {}

    /** @throws IllegalArgumentException when it has characters that a header cannot have; the message does not show it */
    static String of(String text) {
        String line = OneLine.of(text);
        if (line.chars().anyMatch(character -> character > LAST)) {
            throw new IllegalArgumentException(
                    "the value has characters outside of ISO-8859-1, which a header cannot have; send it in the body");
        }
        return line;
    }
}
