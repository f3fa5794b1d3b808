package io.fraiseql.core.execute;

import io.fraiseql.core.plan.RowProgram.Op;

/**
 * A column of {@link SelectedRows}.
 *
 * @param op the instruction that would write the value as JSON
 */
record SelectedColumn(Form form, Op op) {

    /** What is made of the value of the database. */
    enum Form {
        /** It is taken as it is. */
        PLAIN,
        /** A boolean that tells whether an object is there. */
        PRESENT,
        INT,
        COUNT,
        ROUNDED,
        ENUM,
        /** An identifier that the database holds as an integer. */
        NUMBER_TEXT,
        /** An identifier that the database holds as a UUID. */
        UUID_TEXT,
        DURATION,
        JSON,
        PACKED,
        /** The rows of the branch that is the instruction's target. */
        LIST,
        /** The prefix of the instruction, in every row. */
        CONSTANT
    }
}
