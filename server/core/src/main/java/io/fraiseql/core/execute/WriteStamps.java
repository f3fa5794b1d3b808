package io.fraiseql.core.execute;

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
    void logged(Set<WrittenKind> kinds) {
        if (kinds.stream().anyMatch(this::mayBeMore)) {
            stamps.bump(sources.all());
        } else if (!kinds.isEmpty()) {
            Set<List<String>> written = new LinkedHashSet<>(sources.unwritten());
            kinds.forEach(kind -> written.addAll(sources.written().getOrDefault(kind.entityType(), Set.of())));
            stamps.bump(written);
        }
    }

    private boolean mayBeMore(WrittenKind kind) {
        boolean row = kind.type() == Event.Type.INSERT || kind.type() == Event.Type.UPDATE;
        String entity = kind.entityType();
        return !row
                || entity == null
                || sources.functions()
                || !sources.written().containsKey(entity);
    }
}
