package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.DatabaseFolder;
import java.util.List;

/** What carries work from one server to another beside the database; killed like them. */
interface Broker extends AutoCloseable {

    /** None is needed. */
    Broker NONE = new Broker() {};

    /** The settings of servers that use it, as YAML. */
    default String settings() {
        return "";
    }

    /** Ends it as {@code kill -9} does. */
    default void kill() {
        throw new UnsupportedOperationException("there is none");
    }

    /** Starts it again on its files. */
    default void startAgain() {
        throw new UnsupportedOperationException("there is none");
    }

    /** How much work it has that is not done. */
    default long unfinished(DatabaseFolder folder) {
        return 0;
    }

    /** Holds what it has kept against the event log. */
    default void check(List<LoggedEvent> events, Findings findings) {}

    @Override
    default void close() {}
}
