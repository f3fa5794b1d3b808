package io.fraiseql.core.execute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fraiseql.spi.Nullable;

/** Documents that clients have registered by their hash, the least used ones dropped. In memory. Thread-safe. */
final class PersistedQueries {

    /** What an entry takes beside its text. */
    private static final int OVERHEAD = 256;

    private final EngineStatistics statistics;
    private final Cache<String, String> documents;

    PersistedQueries(DocumentOptions.Persisted options, EngineStatistics statistics) {
        this.statistics = statistics;
        // an entry weighs at least its share, so that one bound holds both the number and the bytes
        long share = Math.max(1, options.maxBytes() / options.maxEntries());
        this.documents = Caffeine.newBuilder()
                .maximumWeight(options.maxBytes())
                .weigher((String hash, String text) -> (int) Math.max(share, OVERHEAD + 2L * text.length()))
                .evictionListener((hash, text, cause) -> statistics.persistedEvictions.increment())
                .executor(Runnable::run)
                .build();
    }

    @Nullable
    String find(String hash) {
        String text = documents.getIfPresent(hash);
        (text == null ? statistics.persistedMisses : statistics.persistedHits).increment();
        return text;
    }

    void register(String hash, String text) {
        if (documents.asMap().putIfAbsent(hash, text) == null) {
            statistics.persistedRegistrations.increment();
        }
    }

    long size() {
        return documents.estimatedSize();
    }
}
