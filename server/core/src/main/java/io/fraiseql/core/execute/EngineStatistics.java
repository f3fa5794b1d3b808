package io.fraiseql.core.execute;

import java.util.concurrent.atomic.LongAdder;

/** What the engine has done since it started. Thread-safe; read by metrics. */
public final class EngineStatistics {

    final LongAdder parses = new LongAdder();
    final LongAdder validations = new LongAdder();
    final LongAdder renders = new LongAdder();
    final LongAdder planHits = new LongAdder();
    final LongAdder planMisses = new LongAdder();
    final LongAdder planEvictions = new LongAdder();

    /** Documents parsed. */
    public long parses() {
        return parses.sum();
    }

    /** Documents validated. */
    public long validations() {
        return validations.sum();
    }

    /** Operations rendered to SQL. */
    public long renders() {
        return renders.sum();
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
}
