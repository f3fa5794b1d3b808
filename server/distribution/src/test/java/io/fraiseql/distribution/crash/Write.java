package io.fraiseql.distribution.crash;

import java.util.Set;

/**
 * A mutation that was sent, in the ledger that is kept outside of the servers.
 *
 * @param number its own; inserts and updates write it into the column {@code version}
 * @param keys the rows that it is about
 * @param written the rows that the answer names; empty when there was none
 * @param deleted the {@code version} of the row that a delete says it took away
 * @param answer what came back in place of rows
 */
record Write(int number, Kind kind, Set<Integer> keys, State state, Set<Integer> written, int deleted, String answer) {

    /** What is written, and the event that each row then has. */
    enum Kind {
        INSERT("createItem", "INSERT"),
        UPDATE("updateItem", "UPDATE"),
        UPDATE_MANY("updateItems", "UPDATE"),
        DELETE("deleteItem", "DELETE");

        final String mutation;
        final String event;

        Kind(String mutation, String event) {
            this.mutation = mutation;
            this.event = event;
        }
    }

    /** What the writer knows. */
    enum State {
        /** It is committed. */
        ACKNOWLEDGED,
        /** Nothing of it is there. */
        REFUSED,
        /** No answer came: all of it is there, or nothing. */
        UNKNOWN
    }
}
