package io.fraiseql.core.execute;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A number for each table and view that grows with every write to it, so that cached results can tell whether they are still true. Tables
 * are told apart by the last part of their name in lower case: of two that share it a write to one counts for both, never for neither.
 * Thread-safe.
 */
public final class SourceStamps {

    private final Map<String, AtomicLong> stamps = new ConcurrentHashMap<>();

    /**
     * Notes that tables were written to. Called once after the commit and before its answer leaves, so that whoever has the answer reads
     * what was written.
     *
     * @param relations their names in parts (schema, name), as the compiled schema has them
     */
    public void bump(Collection<List<String>> relations) {
        relations.forEach(relation -> stamp(nameOf(relation)).incrementAndGet());
    }

    private static String nameOf(List<String> relation) {
        return relation.get(relation.size() - 1).toLowerCase(Locale.ROOT);
    }

    /** Changes when any of the sources was written to. */
    long sum(List<List<String>> relations) {
        long sum = 0;
        for (List<String> relation : relations) {
            sum += stamp(nameOf(relation)).get();
        }
        return sum;
    }

    private AtomicLong stamp(String name) {
        AtomicLong known = stamps.get(name);
        return known != null ? known : stamps.computeIfAbsent(name, key -> new AtomicLong());
    }
}
