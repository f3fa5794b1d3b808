package io.fraiseql.core.plan;

/** Opens a level over the rows of a list: each select of a statement that reads the list needs one of its own. One thread. */
@FunctionalInterface
interface ListOpening {

    /** A new level with its rows and conditions, without order and page. */
    Opened open();

    /** The level, the joins to its rows, and the rows. */
    record Opened(Level level, ToOneJoins joins, TargetRow row) {}
}
