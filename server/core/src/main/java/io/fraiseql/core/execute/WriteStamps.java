package io.fraiseql.core.execute;

import io.fraiseql.core.event.LogChange;
import io.fraiseql.core.plan.ReadSources;
import io.fraiseql.spi.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the stamps of sources what a transaction may have changed: the written tables, and whatever no mutation writes, because it may be a
 * view of them. A delete may cascade and a function may write anything, so that they count for everything. Thread-safe.
 */
final class WriteStamps {

    private final SourceStamps stamps;
    private final ReadSources sources;

    WriteStamps(SourceStamps stamps, ReadSources sources) {
        this.stamps = stamps;
        this.sources = sources;
    }

    /**
     * Called once after the commit and before its answer leaves.
     *
     * @param called whether a function was called
     */
    void bump(List<Written> writes, boolean called) {
        if (called || writes.stream().anyMatch(write -> write.after() == null)) {
            stamps.bump(sources.all());
        } else if (!writes.isEmpty()) {
            List<List<String>> written = new ArrayList<>(sources.unwritten());
            writes.stream().map(write -> write.target().table()).distinct().forEach(written::add);
            stamps.bump(written);
        }
    }

    /** Called with what the log says was written, by whomever. */
    void logged(Set<LogChange> changes) {
        if (changes.stream().anyMatch(this::mayBeMore)) {
            stamps.bump(sources.all());
        } else if (!changes.isEmpty()) {
            Set<List<String>> written = new LinkedHashSet<>(sources.unwritten());
            changes.forEach(change -> written.addAll(sources.written().getOrDefault(change.entityType(), Set.of())));
            stamps.bump(written);
        }
    }

    private boolean mayBeMore(LogChange change) {
        boolean row = change.type() == Event.Type.INSERT || change.type() == Event.Type.UPDATE;
        String entity = change.entityType();
        return !row
                || entity == null
                || sources.functions()
                || !sources.written().containsKey(entity);
    }
}
