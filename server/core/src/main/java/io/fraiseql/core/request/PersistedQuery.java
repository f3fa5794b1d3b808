package io.fraiseql.core.request;

import io.fraiseql.spi.Nullable;
import java.util.Map;
import java.util.Set;

/** Reads {@code extensions.persistedQuery}: {@code {"version": 1, "sha256Hash": "…"}}. */
final class PersistedQuery {

    private static final Set<String> KEYS = Set.of("version", "sha256Hash");

    private PersistedQuery() {}

    /** The hash; null when the extensions have no such member, or a null there. */
    static @Nullable String hash(Map<String, Object> extensions) {
        Object extension = extensions.get("persistedQuery");
        if (extension == null) {
            return null;
        }
        if (!(extension instanceof Map<?, ?> members)) {
            throw RequestReader.badInput("\"extensions.persistedQuery\" must be an object");
        }
        for (Object key : members.keySet()) {
            if (!KEYS.contains(key)) {
                throw RequestReader.badInput("\"" + RequestReader.clipped((String) key)
                        + "\" is no key of \"extensions.persistedQuery\"; known are version and sha256Hash");
            }
        }
        if (!Long.valueOf(1).equals(members.get("version"))) {
            throw RequestReader.badInput("Unsupported persisted query version; send \"version\": 1");
        }
        return hex("extensions.persistedQuery.sha256Hash", members.get("sha256Hash"));
    }

    /** A sha256 as it must be written. */
    static String hex(String key, @Nullable Object value) {
        if (value instanceof String text && text.length() == 64 && text.chars().allMatch(PersistedQuery::digit)) {
            return text;
        }
        throw RequestReader.badInput("\"" + key + "\" must be the sha256 of the document in 64 lower-case hex digits");
    }

    private static boolean digit(int unit) {
        return unit >= '0' && unit <= '9' || unit >= 'a' && unit <= 'f';
    }
}
