package io.fraiseql.core.execute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON of root fields whose query has a {@code cache_ttl_seconds}, until it is too old or one of its sources was written to. A field
 * that several requests ask for at the same time is read once. Failures are never kept. Thread-safe.
 */
final class ResultCache {

    private final SourceStamps stamps;
    private final EngineStatistics statistics;
    private final Cache<CacheKey, Entry> entries;
    private final Map<CacheKey, Flight> flights = new ConcurrentHashMap<>();

    /** A result and the stamp of its sources before it was read. */
    private record Entry(byte[] json, long stamp, Duration timeToLive) {}

    ResultCache(CacheOptions options, SourceStamps stamps, EngineStatistics statistics) {
        this.stamps = stamps;
        this.statistics = statistics;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(options.maxBytes())
                .weigher((CacheKey key, Entry entry) ->
                        (int) Math.min(Integer.MAX_VALUE, key.weight() + entry.json().length))
                .expireAfter(Expiry.<CacheKey, Entry>creating((key, entry) -> entry.timeToLive()))
                .ticker(options.nanoClock()::getAsLong)
                .evictionListener((key, entry, cause) -> statistics.resultEvictions.increment())
                .executor(Runnable::run)
                .build();
    }

    /**
     * Appends the value of a root field.
     *
     * @param values that the plan binds; not to be changed afterwards
     * @param read appends the value to {@code out} from the database
     */
    void answer(
            RootPlan.Rows plan,
            RootPlan.Caching caching,
            Object[] values,
            RequestContext context,
            Utf8Buffer out,
            Runnable read) {
        CacheKey key = new CacheKey(plan, values, context.identity());
        long stamp = stamps.sum(caching.sources());
        byte[] known = find(key, stamp);
        if (known != null) {
            statistics.resultHits.increment();
            out.write(known);
            return;
        }
        Flight mine = new Flight(stamp);
        Flight other = flights.putIfAbsent(key, mine);
        if (other == null) {
            lead(key, mine, caching, out, read);
        } else {
            follow(other, stamp, context, out, read);
        }
    }

    /** How many results are kept. */
    long size() {
        return entries.estimatedSize();
    }

    /** How many bytes they take. */
    long bytes() {
        return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    private byte @Nullable [] find(CacheKey key, long stamp) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            return null;
        }
        if (entry.stamp() != stamp) {
            entries.asMap().remove(key, entry);
            return null;
        }
        return entry.json();
    }

    private void lead(CacheKey key, Flight mine, RootPlan.Caching caching, Utf8Buffer out, Runnable read) {
        byte[] result = null;
        try {
            // the one before may have landed between the look and the start
            result = find(key, mine.stamp());
            if (result != null) {
                statistics.resultHits.increment();
                out.write(result);
                return;
            }
            statistics.resultMisses.increment();
            int start = out.length();
            read.run();
            result = Arrays.copyOfRange(out.array(), start, out.length());
            keep(key, new Entry(result, mine.stamp(), caching.timeToLive()), caching);
        } finally {
            flights.remove(key, mine);
            mine.land(result);
        }
    }

    private void keep(CacheKey key, Entry entry, RootPlan.Caching caching) {
        if (stamps.sum(caching.sources()) == entry.stamp()) {
            entries.put(key, entry);
        } else {
            statistics.resultDropped.increment();
        }
    }

    /** Takes what another request reads, unless that began before a write which this request must see, or failed. */
    private void follow(Flight other, long stamp, RequestContext context, Utf8Buffer out, Runnable read) {
        byte[] result = other.stamp() == stamp ? other.await(context.remainingNanos()) : null;
        if (result == null) {
            statistics.resultMisses.increment();
            read.run();
        } else {
            statistics.resultShared.increment();
            out.write(result);
        }
    }
}
