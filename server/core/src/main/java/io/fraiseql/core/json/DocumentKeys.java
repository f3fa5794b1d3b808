package io.fraiseql.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The keys wanted of an object, in the order in which PostgreSQL's {@code jsonb} stores them (by length, then by bytes): there the
 * next wanted key is found at the first comparison.
 */
final class DocumentKeys {

    private final byte[][] keys;

    DocumentKeys(List<ProjectedField> fields) {
        keys = fields.stream()
                .map(ProjectedField::documentKey)
                .filter(Objects::nonNull)
                .distinct()
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .sorted(Comparator.<byte[]>comparingInt(key -> key.length).thenComparing(Arrays::compareUnsigned))
                .toArray(byte[][]::new);
    }

    int count() {
        return keys.length;
    }

    int indexOf(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return search(bytes, 0, bytes.length, 0);
    }

    /** The index of the key whose JSON text, without quotes, is given; -1 when it is not wanted. */
    int find(byte[] document, int start, int end, int expected) {
        if (JsonStrings.nextSpecial(document, start, end) == end) {
            return search(document, start, end, expected);
        }
        byte[] decoded = JsonText.decode(document, start, end);
        return search(decoded, 0, decoded.length, 0);
    }

    private int search(byte[] source, int start, int end, int expected) {
        for (int i = expected; i < keys.length; i++) {
            if (matches(keys[i], source, start, end)) {
                return i;
            }
        }
        for (int i = 0; i < Math.min(expected, keys.length); i++) {
            if (matches(keys[i], source, start, end)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] key, byte[] source, int start, int end) {
        return key.length == end - start && Arrays.equals(key, 0, key.length, source, start, end);
    }
}
