package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.WriteStatement;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The statements of one transaction, none of which starts after the deadline. One thread. */
final class WriteConnection {

    private final WriteSession session;
    private final RequestContext context;

    WriteConnection(WriteSession session, RequestContext context) {
        this.session = session;
        this.context = context;
    }

    /** Runs a statement that gives images of rows. */
    List<StoredRow> rows(WriteTarget target, WriteStatement statement, IntFunction<@Nullable Object> slots) {
        WriteStatement readBack = statement.readBack();
        if (readBack == null) {
            return images(target, statement.statement(), statement.bind(slots));
        }
        int written = write(target, statement, slots);
        List<StoredRow> rows = images(target, readBack.statement(), readBack.bind(slots));
        if (rows.size() != written) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL,
                    "of " + written + " written rows the database shows " + rows.size()
                            + " by their keys; nothing was changed. A trigger or the type of the key changes its value");
        }
        return rows;
    }

    /** Locks rows and gives their images. */
    List<StoredRow> located(WriteTarget target, RootPlan.Located located, Map<String, Object> variables) {
        return images(target, located.statement(), Binding.values(located.slots(), located.sources(), variables));
    }

    private List<StoredRow> images(WriteTarget target, SqlStatement statement, Object[] values) {
        requireTime(context);
        try (RowCursor cursor = session.query(statement, values)) {
            return new ImageReader(target, cursor).all();
        } catch (ConstraintViolation e) {
            throw BrokenConstraint.of(e, target);
        }
    }

    /** Writes rows and returns how many. */
    int write(WriteTarget target, WriteStatement statement, IntFunction<@Nullable Object> slots) {
        try {
            return append(statement, slots);
        } catch (ConstraintViolation e) {
            throw BrokenConstraint.of(e, target);
        }
    }

    /** Runs a statement that gives nothing and returns how many rows it wrote. */
    int append(WriteStatement statement, IntFunction<@Nullable Object> slots) {
        requireTime(context);
        return session.update(statement.statement(), statement.bind(slots));
    }

    /** Runs a statement that gives nothing, at the latest with the commit. */
    void appendLater(WriteStatement statement, IntFunction<@Nullable Object> slots) {
        requireTime(context);
        session.updateLater(statement.statement(), statement.bind(slots));
    }

    /** Runs a statement that gives rows; to be closed by the caller. */
    RowCursor query(WriteStatement statement, IntFunction<@Nullable Object> slots) {
        requireTime(context);
        return session.query(statement.statement(), statement.bind(slots));
    }

    /**
     * Calls a function.
     *
     * @throws FraiseqlException when it gives no row
     */
    FunctionAnswer call(RootPlan.Call plan, Map<String, Object> variables) {
        requireTime(context);
        Object[] values = plan.statement().bind(slot -> plan.sources().get(slot).value(variables));
        try (RowCursor cursor = session.query(plan.statement().statement(), values)) {
            return FunctionAnswer.read(cursor);
        }
    }

    /** Writes the answer of a plan. */
    void answer(RootPlan.Rows rows, Map<String, Object> variables, RowsReader reader) {
        requireTime(context);
        Object[] values = Binding.values(rows, variables);
        try (RowCursor cursor = session.query(rows.statement(), values)) {
            reader.read(rows, cursor, variables);
        }
    }

    /** Runs a statement of which nothing is read. */
    void run(SqlStatement statement, Object[] values) {
        requireTime(context);
        if (statement.shape().columns().isEmpty()) {
            session.update(statement, values);
            return;
        }
        try (RowCursor cursor = session.query(statement, values)) {
            cursor.next();
        }
    }

    static void requireTime(RequestContext context) {
        if (context.remainingNanos() <= 0) {
            throw new FraiseqlException(
                    CoreErrorCode.TIMEOUT, "the request ran out of time; ask for less or try again");
        }
    }
}
