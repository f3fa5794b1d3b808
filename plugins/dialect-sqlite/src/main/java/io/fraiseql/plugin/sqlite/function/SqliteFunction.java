package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.Function;

/** A function of ours as SQLite calls it: null when an argument is null, and errors carried as {@link FunctionError}. */
final class SqliteFunction extends Function {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteFunction.class);
    private static final byte[] EMPTY = new byte[0];

    private final String name;
    private final Body body;
    private final Cell[] arguments;

    private SqliteFunction(String name, int count, Body body) {
        this.name = name;
        this.body = body;
        this.arguments = new Cell[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = new Argument(i);
        }
    }

    /** What a function does. */
    @FunctionalInterface
    interface Body {
        /**
         * Computes the result.
         *
         * @param arguments none is null
         * @return a {@link Long}, a {@link Boolean}, a {@link String} or null
         */
        @Nullable
        Object call(Cell[] arguments) throws SQLException;
    }

    /** Makes a function known to a connection. */
    static void register(Connection connection, String name, int count, Body body) throws SQLException {
        Function.create(connection, name, new SqliteFunction(name, count, body), count, FLAG_DETERMINISTIC);
    }

    /** The text of an argument that is not null. */
    static String text(Cell cell) throws SQLException {
        return switch (cell.storage()) {
            case TEXT -> new String(cell.bytes(), StandardCharsets.UTF_8);
            case INTEGER -> Long.toString(cell.integer());
            case REAL -> Double.toString(cell.real());
            default -> throw Misfit.of(cell.storage().name(), "TEXT");
        };
    }

    @Override
    protected void xFunc() throws SQLException {
        try {
            answer(anyNull() ? null : body.call(arguments));
        } catch (Misfit e) {
            fail(DatabaseErrorCode.VALUE_NOT_READABLE, e.getMessage() + "; correct the data or the schema");
        } catch (FraiseqlException e) {
            fail((DatabaseErrorCode) e.code(), e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("the function {} failed", name, e);
            fail(DatabaseErrorCode.INTERNAL, "a function of the SQLite plugin failed; the server's log says why");
        }
    }

    private boolean anyNull() throws SQLException {
        for (Cell argument : arguments) {
            if (argument.storage() == StorageClass.NULL) {
                return true;
            }
        }
        return false;
    }

    private void fail(DatabaseErrorCode code, @Nullable String message) throws SQLException {
        error(new FunctionError(code, String.valueOf(message)).marked());
    }

    private void answer(@Nullable Object value) throws SQLException {
        if (value == null) {
            result();
        } else if (value instanceof String text) {
            result(text);
        } else if (value instanceof Boolean truth) {
            result(truth ? 1 : 0);
        } else {
            result((long) (Long) value);
        }
    }

    /** An argument of the running call. */
    private final class Argument implements Cell {

        private final int index;

        Argument(int index) {
            this.index = index;
        }

        @Override
        public StorageClass storage() throws SQLException {
            return StorageClass.of(value_type(index));
        }

        @Override
        public long integer() throws SQLException {
            return value_long(index);
        }

        @Override
        public double real() throws SQLException {
            return value_double(index);
        }

        @Override
        public byte[] bytes() throws SQLException {
            byte[] bytes = value_blob(index);
            return bytes == null ? EMPTY : bytes;
        }
    }
}
