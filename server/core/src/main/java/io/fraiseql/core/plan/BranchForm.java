package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import java.util.List;

/** How the rows of a branch that belong to one parent stand in the answer. Immutable. */
public sealed interface BranchForm {

    /** Which record this is, for a {@code switch}. */
    Kind kind();

    /** One constant per record type. */
    enum Kind {
        ARRAY,
        SINGLE,
        CONNECTION,
        NODES
    }

    /** All rows, in brackets. */
    record Array() implements BranchForm {
        @Override
        public Kind kind() {
            return Kind.ARRAY;
        }
    }

    /**
     * The first row.
     *
     * @param absent what stands for no row; null when that is for the root field to say
     */
    record Single(byte @Nullable [] absent) implements BranchForm {
        @Override
        public Kind kind() {
            return Kind.SINGLE;
        }
    }

    /**
     * A page with what Relay wants around it. The rows hold several texts each, see {@link RowProgram.Kind#SEPARATOR}.
     *
     * @param parts in response order
     * @param size how many rows the page has, one more may have been read; null for all
     * @param backward whether rows come from the end of the page to its start
     * @param after whether rows before the page are known of by a cursor
     * @param before whether rows after it are
     * @param count the branch with the number of all rows; -1 when nobody asks
     */
    record Connection(
            List<Part> parts, @Nullable BindSource size, boolean backward, boolean after, boolean before, int count)
            implements BranchForm {
        public Connection {
            parts = List.copyOf(parts);
        }

        @Override
        public Kind kind() {
            return Kind.CONNECTION;
        }
    }

    /**
     * The rows of several branches without parents in the order of the ids that a client sent, null for what is not there. Each row holds its
     * object and then its id.
     */
    record Nodes(BindSource ids) implements BranchForm {
        @Override
        public Kind kind() {
            return Kind.NODES;
        }
    }

    /**
     * A piece of a connection: a text, and what follows it.
     *
     * @param view which text of the rows; -1 when none
     */
    record Part(byte[] text, Content content, int view) {}

    /** What follows the text of a {@link Part}. */
    enum Content {
        NOTHING,
        /** One text of each row, in brackets. */
        ROWS,
        HAS_NEXT,
        HAS_PREVIOUS,
        /** One text of the first row, or null. */
        START,
        /** One text of the last row, or null. */
        END,
        COUNT
    }
}
