package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/** A function of ours as SQLite calls it: null when an argument is null, and errors carried as {@link FunctionError}. */
final class SqliteFunction extends Function {

    private final String name;
    private final Body body;
    private final Cell[] arguments;

    private SqliteFunction(String name, int count, Body body) {
        this.name = name;
        this.body = body;
        this.arguments = FunctionCell.all(values(), count);
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
        } catch (RuntimeException | StackOverflowError e) {
            error(FunctionError.of(name, e).marked());
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

    private FunctionCell.Arguments values() {
        return new FunctionCell.Arguments() {
            @Override
            public int type(int index) throws SQLException {
                return value_type(index);
            }

            @Override
            public long integer(int index) throws SQLException {
                return value_long(index);
            }

            @Override
            public double real(int index) throws SQLException {
                return value_double(index);
            }

            @Override
            public byte[] blob(int index) throws SQLException {
                return value_blob(index);
            }
        };
    }
}
