package io.fraiseql.core.execute;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What the engine has done since it started. Thread-safe; read by metrics. */
public final class EngineStatistics {

    final LongAdder parses = new LongAdder();
    final LongAdder validations = new LongAdder();
    final LongAdder renders = new LongAdder();
    final LongAdder planHits = new LongAdder();
    final LongAdder planMisses = new LongAdder();
    final LongAdder planEvictions = new LongAdder();
    final LongAdder resultHits = new LongAdder();
    final LongAdder resultMisses = new LongAdder();
    final LongAdder resultShared = new LongAdder();
    final LongAdder resultDropped = new LongAdder();
    final LongAdder resultEvictions = new LongAdder();
    final LongAdder trustedRequests = new LongAdder();
    final LongAdder untrustedRequests = new LongAdder();
    final LongAdder persistedHits = new LongAdder();
    final LongAdder persistedMisses = new LongAdder();
    final LongAdder persistedRegistrations = new LongAdder();
    final LongAdder persistedEvictions = new LongAdder();
    private final LongAdder writesBefore = new LongAdder();
    private volatile LongSupplier writes = () -> 0;

    /**
     * Counts the writes of another engine from now on; those of the one before stay counted.
     *
     * @param next how many statements that write it has rendered
     */
    void follow(LongSupplier next) {
        writesBefore.add(writes.getAsLong());
        writes = next;
    }

    /** Documents parsed. */
    public long parses() {
        return parses.sum();
    }

    /** Documents validated. */
    public long validations() {
        return validations.sum();
    }

    /** Operations rendered to SQL, and statements that write. */
    public long renders() {
        return renders.sum() + writesBefore.sum() + writes.getAsLong();
    }

    /** Requests whose plan was at hand. */
    public long planHits() {
        return planHits.sum();
    }

    /** Requests whose plan had to be made. */
    public long planMisses() {
        return planMisses.sum();
    }

    /** Plans dropped to make room. */
    public long planEvictions() {
        return planEvictions.sum();
    }

    /** Requests answered with a trusted document. */
    public long trustedRequests() {
        return trustedRequests.sum();
    }

    /** Requests refused because their document is not trusted. */
    public long untrustedRequests() {
        return untrustedRequests.sum();
    }

    /** Hashes of automatic persisted queries that were found. */
    public long persistedHits() {
        return persistedHits.sum();
    }

    /** Hashes of automatic persisted queries that were not found. */
    public long persistedMisses() {
        return persistedMisses.sum();
    }

    /** Automatic persisted queries registered. */
    public long persistedRegistrations() {
        return persistedRegistrations.sum();
    }

    /** Automatic persisted queries dropped to make room. */
    public long persistedEvictions() {
        return persistedEvictions.sum();
    }

    /** Root fields answered from the result cache. */
    public long resultHits() {
        return resultHits.sum();
    }

    /** Root fields that may be cached and were read from the database. */
    public long resultMisses() {
        return resultMisses.sum();
    }

    /** Root fields answered with what another request was reading at the same time. */
    public long resultShared() {
        return resultShared.sum();
    }

    /** Results not kept because one of their sources was written to while they were read. */
    public long resultDropped() {
        return resultDropped.sum();
    }

    /** Results dropped because they were too old or to make room. */
    public long resultEvictions() {
        return resultEvictions.sum();
    }
}
