package io.fraiseql.core.execute;

/**
 * What outlives an engine whose schema is replaced: its counters, and the stamps of the sources, which requests of the old and of the new
 * engine must see alike. Thread-safe.
 */
public record EngineState(EngineStatistics statistics, SourceStamps stamps) {

    /** Of an engine that replaces none. */
    public EngineState() {
        this(new EngineStatistics(), new SourceStamps());
    }
}
