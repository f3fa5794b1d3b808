package io.fraiseql.core.observer;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Types of actions that no rule names now, but of which a rule may have had jobs before it was edited. Looked at now and then, and all the
 * time while there are some. One thread.
 */
final class FormerTypes {

    private final Set<String> all;
    private final long pauseNanos;
    private List<String> types = List.of();
    private long asked;
    private long found;

    /**
     * @param all types that rules may name
     * @param pause how long to wait when there are no jobs
     */
    FormerTypes(Set<String> all, Duration pause) {
        this.all = all;
        this.pauseNanos = pause.toNanos();
    }

    /** The rules name these from now on. */
    void use(Set<String> named) {
        types = all.stream().filter(type -> !named.contains(type)).sorted().toList();
        found = System.nanoTime();
    }

    /** Those to be asked for now. */
    List<String> due(long now) {
        if (now - found > pauseNanos && now - asked < pauseNanos) {
            return List.of();
        }
        asked = now;
        return types;
    }

    void claimed(String type, int count, long now) {
        if (count > 0 && types.contains(type)) {
            found = now;
        }
    }
}
