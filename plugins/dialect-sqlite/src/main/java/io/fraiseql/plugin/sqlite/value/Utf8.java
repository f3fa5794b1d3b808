package io.fraiseql.plugin.sqlite.value;

import io.fraiseql.plugin.jdbc.value.Misfit;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks bytes that SQLite calls text: it stores any. */
public final class Utf8 {

    private Utf8() {}

    /** Throws a {@link Misfit} unless the bytes are UTF-8. */
    public static void require(byte[] bytes) {
        for (byte letter : bytes) {
            if (letter < 0) {
                decode(bytes);
                return;
            }
        }
    }

    private static void decode(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw Misfit.of("bytes that are no UTF-8", "TEXT");
        }
    }
}
