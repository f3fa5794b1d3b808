package io.fraiseql.core.observer;

import java.util.Set;

/** Is told what happens to jobs, to count it. Called from several threads; must not block. */
public interface JobListener {

    /** How a claim ended. */
    enum End {
        /** The action was done. */
        DONE,
        /** It is tried again. */
        RETRIED,
        /** It was given up. */
        DEAD,
        /** It is left for later, without a try being counted. */
        LEFT,
        /** Another worker has it by now. */
        LOST
    }

    /** Jobs whose actions have these types are done from now on, in place of those before. Told before anything becomes of them. */
    default void serves(Set<String> types) {}

    /** Jobs were added. */
    void queued(int jobs);

    /** A claim ended, so long after it began. */
    void ended(String type, End end, long nanos);
}
