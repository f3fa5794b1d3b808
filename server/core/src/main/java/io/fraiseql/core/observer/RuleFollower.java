package io.fraiseql.core.observer;

import io.fraiseql.core.event.LogPage;
import java.util.List;

/** The part of a process that has to do with rules, on a thread of its own. Thread-safe. */
public interface RuleFollower extends AutoCloseable {

    /** Uses other rules from now on. */
    void use(List<ActiveRule> other);

    /** Says that there are events, which need not be read once more then. Never waits. */
    void wake(LogPage page);

    @Override
    void close();
}
