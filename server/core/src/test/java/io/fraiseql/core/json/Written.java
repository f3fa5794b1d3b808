package io.fraiseql.core.json;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a writer leaves in a buffer. */
final class Written {

    private Written() {}

    static String by(Consumer<Utf8Buffer> writer) {
        Utf8Buffer out = new Utf8Buffer(1);
        out.write((byte) '<');
        writer.accept(out);
        return new String(out.array(), 1, out.length() - 1, StandardCharsets.UTF_8);
    }
}
