package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import java.util.List;

/** A statement that writes, or a part of one. Tables are one or more name parts (schema, table). */
public sealed interface SqlWrite extends SqlNode {

    /** A column and what it is given. */
    record Assignment(String column, SqlExpr value) implements SqlWrite {
        @Override
        public Kind kind() {
            return Kind.ASSIGNMENT;
        }
    }

    /**
     * One row, or as many as {@code rows} has.
     *
     * @param values may be empty: a row of defaults
     * @param rows whose columns the values are taken from, in this order; null for one row
     * @param returning what comes back of each written row, with columns of no relation; only with {@link Capability#RETURNING}
     */
    record Insert(
            List<String> table,
            List<Assignment> values,
            @Nullable BoundRows rows,
            List<SqlRelation.SelectItem> returning)
            implements SqlWrite {
        public Insert {
            table = List.copyOf(table);
            values = List.copyOf(values);
            returning = List.copyOf(returning);
        }

        @Override
        public Kind kind() {
            return Kind.INSERT;
        }
    }

    /**
     * Several rows, each with its own binds; only without {@link Capability#RETURNING}, for keys that the database makes.
     *
     * @param rows as many values as there are columns in each
     */
    record InsertValues(List<String> table, List<String> columns, List<List<SqlExpr>> rows) implements SqlWrite {
        public InsertValues {
            table = List.copyOf(table);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public Kind kind() {
            return Kind.INSERT_VALUES;
        }
    }

    /**
     * New values for the rows that a condition names.
     *
     * @param alias the name by which the condition refers to the table
     * @param where never trivially true
     * @param returning as in {@link Insert}
     */
    record Update(
            List<String> table,
            String alias,
            List<Assignment> values,
            SqlExpr where,
            List<SqlRelation.SelectItem> returning)
            implements SqlWrite {
        public Update {
            table = List.copyOf(table);
            values = List.copyOf(values);
            returning = List.copyOf(returning);
        }

        @Override
        public Kind kind() {
            return Kind.UPDATE;
        }
    }

    /**
     * New values for each of several rows, which are named by their primary keys. No other row may be locked, nor waited for.
     *
     * @param alias the name by which the key refers to the table
     * @param rows the values of the key first, then those that {@code values} takes
     * @param key all columns of the primary key, compared with the first columns of {@code rows}; no value is null
     * @param values columns of {@code rows}
     */
    record UpdateEach(List<String> table, String alias, BoundRows rows, List<SqlExpr> key, List<Assignment> values)
            implements SqlWrite {
        public UpdateEach {
            table = List.copyOf(table);
            key = List.copyOf(key);
            values = List.copyOf(values);
        }

        /** Whether a row is one of those that the rows name. */
        public SqlExpr.InRows named() {
            return new SqlExpr.InRows(key, rows);
        }

        @Override
        public Kind kind() {
            return Kind.UPDATE_EACH;
        }
    }

    /** Takes away the rows that a condition names; see {@link Update}. */
    record Delete(List<String> table, String alias, SqlExpr where) implements SqlWrite {
        public Delete {
            table = List.copyOf(table);
        }

        @Override
        public Kind kind() {
            return Kind.DELETE;
        }
    }

    /**
     * A write and the select that gives the rows it wrote, as one statement whose rows are those of the select; only with {@link
     * Capability#WRITE_AND_READ}. Fails where the select finds more or fewer rows than were written.
     *
     * @param write an {@link Insert} or {@link Update} that returns nothing
     * @param read names the rows by bound keys, and by {@link SqlExpr.GeneratedKeys} where the database made them
     */
    record WriteAndRead(SqlWrite write, SqlRelation.Select read) implements SqlWrite {
        @Override
        public Kind kind() {
            return Kind.WRITE_AND_READ;
        }
    }

    /**
     * The rows of a select, locked against other writers until the end of the transaction.
     *
     * @param passing whether rows that another transaction has locked are passed over instead of waited for
     */
    record Lock(SqlRelation.Select select, boolean passing) implements SqlWrite {
        /** Waits for whoever else has locked them. */
        public Lock(SqlRelation.Select select) {
            this(select, false);
        }

        @Override
        public Kind kind() {
            return Kind.LOCK;
        }
    }
}
