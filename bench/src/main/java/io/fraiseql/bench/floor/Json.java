package io.fraiseql.bench.floor;

import java.nio.charset.StandardCharsets;

/** Pieces of JSON as bytes. */
final class Json {

    static final byte[] NOTHING = {};
    static final byte[] COMMA = ascii(",");
    static final byte[] NULL = ascii("null");
    static final byte[] TRUE = ascii("true");
    static final byte[] FALSE = ascii("false");

    private Json() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
