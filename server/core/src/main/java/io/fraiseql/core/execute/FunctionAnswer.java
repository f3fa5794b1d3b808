package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;

/**
 * What a function answers, a row of {@code mutation_response}.
 *
 * @param status a word, or a word and a detail after a colon; decides what became of it
 * @param message for the client; null when the function has none
 * @param entity the object as JSON text
 * @param updatedFields a JSON list of names
 */
record FunctionAnswer(
        String status,
        @Nullable String message,
        @Nullable String entityId,
        @Nullable String entityType,
        @Nullable String entity,
        @Nullable String updatedFields) {

    private static final String NOTHING_DONE = "noop";

    /**
     * Reads the one row.
     *
     * @throws FraiseqlException {@link CoreErrorCode#INTERNAL} when there is none, or one without status
     */
    static FunctionAnswer read(RowCursor row) {
        String status = row.next() ? text(row, 0, ColumnType.TEXT) : null;
        if (status == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "the function gave no status; it must return one row of mutation_response");
        }
        return new FunctionAnswer(
                status,
                text(row, 1, ColumnType.TEXT),
                text(row, 2, ColumnType.TEXT),
                text(row, 3, ColumnType.TEXT),
                text(row, 4, ColumnType.JSON),
                text(row, 5, ColumnType.JSON));
    }

    private static @Nullable String text(RowCursor row, int column, ColumnType type) {
        return row.isNull(column) ? null : (String) CellValue.read(row, column, type);
    }

    private String word() {
        int colon = status.indexOf(':');
        return colon < 0 ? status : status.substring(0, colon);
    }

    /** Throws what a failure is to the client. */
    void requireSuccess() {
        CoreErrorCode code =
                switch (word()) {
                    case "new", "created", "updated", "deleted", "ok", "success", NOTHING_DONE -> null;
                    case "failed", "validation" -> CoreErrorCode.BAD_USER_INPUT;
                    case "conflict" -> CoreErrorCode.CONFLICT;
                    case "not_found" -> CoreErrorCode.NOT_FOUND;
                    case "forbidden" -> CoreErrorCode.FORBIDDEN;
                    case "unauthorized" -> CoreErrorCode.UNAUTHENTICATED;
                    default -> CoreErrorCode.INTERNAL;
                };
        if (code == CoreErrorCode.INTERNAL) {
            throw new FraiseqlException(code, "the function gave a status that is not known; correct it");
        }
        if (code != null) {
            throw new FraiseqlException(code, message == null ? "the function refused this: " + status : message);
        }
    }

    /** Whether it wrote. */
    boolean changed() {
        return !word().equals(NOTHING_DONE);
    }

    /** The type of its event. */
    String eventType() {
        return switch (word()) {
            case "new", "created" -> "INSERT";
            case "updated" -> "UPDATE";
            case "deleted" -> "DELETE";
            default -> "CUSTOM";
        };
    }
}
