package io.fraiseql.core.schema;

import io.fraiseql.core.error.Nearest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that an author sees all of it at once, each thing once. Not thread-safe. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Adds a problem that explains itself. */
    public void add(String pointer, String message) {
        found.add(new Problem(pointer, message, null));
    }

    /** Adds a problem with what to do about it. */
    public void add(String pointer, String message, String suggestion) {
        found.add(new Problem(pointer, message, suggestion));
    }

    /** Adds a problem about a name that is not among the known ones, suggesting the nearest of these. */
    public void addUnknown(String pointer, String message, String name, Collection<String> known) {
        String nearest = Nearest.to(name, known);
        found.add(new Problem(pointer, message, nearest == null ? null : "did you mean `" + nearest + "`?"));
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found, in the order it was found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }
}
