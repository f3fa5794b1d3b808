package io.fraiseql.core.json;

import java.util.Arrays;
import java.util.List;

/** Writes the name of an enum value for the text that a document stores. */
final class EnumProjector implements Projector {

    private final ProjectedEnum type;

    EnumProjector(ProjectedEnum type) {
        this.type = type;
    }

    @Override
    public int write(byte[] document, int start, int limit, String key, Utf8Buffer out) {
        int end = JsonScanner.skipValue(document, start, limit);
        if (document[start] != '"') {
            throw Projector.mismatch(key, "a text");
        }
        boolean plain = JsonStrings.nextSpecial(document, start + 1, end - 1) == end - 1;
        byte[] text = plain
                ? Arrays.copyOfRange(document, start + 1, end - 1)
                : JsonText.decode(document, start + 1, end - 1);
        out.write(result(text, key));
        return end;
    }

    private byte[] result(byte[] text, String key) {
        List<byte[]> stored = type.stored();
        for (int i = 0; i < stored.size(); i++) {
            if (Arrays.equals(stored.get(i), text)) {
                return type.results().get(i);
            }
        }
        throw Projector.mismatch(key, "a value of the enum " + type.name());
    }
}
