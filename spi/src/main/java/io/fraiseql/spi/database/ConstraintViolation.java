package io.fraiseql.spi.database;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;

/** A write that breaks a constraint. Thrown by database plugins; the engine says which fields the columns are. */
public final class ConstraintViolation extends FraiseqlException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<String> columns;

    /**
     * @param columns of the written table, where the database tells them; empty otherwise
     * @param message safe for clients
     */
    public ConstraintViolation(Kind kind, List<String> columns, String message, @Nullable Throwable cause) {
        super(DatabaseErrorCode.CONSTRAINT_VIOLATION, message, cause);
        this.kind = kind;
        this.columns = List.copyOf(columns);
    }

    /** What was broken. */
    public Kind kind() {
        return kind;
    }

    /** The columns it is about; empty when the database does not tell. */
    public List<String> columns() {
        return columns;
    }

    /** The kinds of constraints. */
    public enum Kind {
        /** A primary or unique key, or a unique index. */
        UNIQUE("another row has this value"),
        /** A row refers to one that is not there, or is still referred to. */
        FOREIGN_KEY("it refers to a row that is not there, or other rows refer to it"),
        NOT_NULL("a value is required"),
        CHECK("the value is not allowed"),
        /** An exclusion constraint of PostgreSQL. */
        EXCLUSION("it overlaps with another row");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** What it means for the one who wrote, as the middle of a sentence. */
        public String meaning() {
            return meaning;
        }
    }
}
