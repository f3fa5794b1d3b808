package io.fraiseql.core.execute;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * Which documents clients may name by a hash, and whether others are served.
 *
 * @param trusted served by their id
 * @param onlyTrusted refuse every other document
 * @param persisted the bounds of automatic persisted queries; null when there are none
 */
public record DocumentOptions(
        List<TrustedDocument> trusted,
        boolean onlyTrusted,
        @Nullable Persisted persisted) {

    /** Documents come as text. */
    public static final DocumentOptions TEXT = new DocumentOptions(List.of(), false, null);

    public DocumentOptions {
        trusted = List.copyOf(trusted);
    }

    /**
     * How many automatic persisted queries are kept.
     *
     * @param maxBytes of all their texts together
     */
    public record Persisted(int maxEntries, long maxBytes) {}
}
