package io.fraiseql.core.execute;

/**
 * What outlives an engine whose schema is replaced: its counters, and the stamps of the sources, which requests of the old and of the new
 * engine must see alike, and who is told of writes. Thread-safe.
 */
public record EngineState(EngineStatistics statistics, SourceStamps stamps, WriteNotice writes) {

    /** Of an engine that replaces none. */
    public EngineState() {
        this(new EngineStatistics(), new SourceStamps(), new WriteNotice());
    }
}
