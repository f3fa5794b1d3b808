package io.fraiseql.bench.load;

import java.util.Arrays;

/** What one run of the load generator saw. Latencies in nanoseconds, sorted. */
public record LoadResult(long nanos, long[] latencies) {

    static LoadResult of(long nanos, long[] latencies, int count) {
        long[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return new LoadResult(nanos, sorted);
    }

    public int requests() {
        return latencies.length;
    }

    public double perSecond() {
        return latencies.length * 1e9 / nanos;
    }

    /** The latency that this share of the requests stayed below, in microseconds. */
    public double percentileMicros(double share) {
        int index = (int) Math.ceil(share * latencies.length) - 1;
        return latencies[Math.max(0, index)] / 1e3;
    }
}
