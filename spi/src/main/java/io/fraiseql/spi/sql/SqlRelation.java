package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import java.util.List;
import java.util.Map;

/** A relation, or a part of one. */
public sealed interface SqlRelation extends SqlNode {

    /** What can stand in FROM. */
    sealed interface Source extends SqlRelation {
        /** The name by which columns refer to it. */
        String alias();
    }

    /**
     * A table or view.
     *
     * @param name one or more name parts (schema, table)
     * @param computed extra columns by name: SQL expressions over the table's own columns, written by the schema's author
     */
    record Table(List<String> name, String alias, Map<String, String> computed) implements Source {
        @Override
        public Kind kind() {
            return Kind.TABLE;
        }
    }

    /** A reference to a {@link Cte}. */
    record CteReference(String name, String alias) implements Source {
        @Override
        public Kind kind() {
            return Kind.CTE_REFERENCE;
        }
    }

    /** A select, or several joined by UNION ALL, in parentheses. */
    record Subquery(List<Select> selects, String alias) implements Source {
        public Subquery {
            selects = List.copyOf(selects);
        }

        @Override
        public Kind kind() {
            return Kind.SUBQUERY;
        }
    }

    /**
     * The elements of a JSON array: one row each with the columns {@code value} (JSON) and {@code ordinal} (integer, ascending). No
     * rows when the value is null or no array.
     */
    record Unnest(SqlExpr array, String alias) implements Source {
        @Override
        public Kind kind() {
            return Kind.UNNEST;
        }
    }

    /**
     * Rows that the client sent, in a statement of the same text however many they are: the columns {@link #column} (as a column of
     * that declared type stores them) and {@link #ORDINAL} (integer, ascending). A dialect writes either {@code rows}, all of them as
     * one parameter, or each of {@code columns}, a list with nulls for every column.
     *
     * @param rows a bind whose {@link Bind#row} has the types of the columns
     * @param columns one list bind per column
     */
    record BoundRows(Bind rows, List<Bind> columns, String alias) implements Source {

        /** The name of the column that numbers the rows. */
        public static final String ORDINAL = "ordinal";

        public BoundRows {
            columns = List.copyOf(columns);
        }

        /** The name of a column. */
        public static String column(int index) {
            return "c" + index;
        }

        @Override
        public Kind kind() {
            return Kind.BOUND_ROWS;
        }
    }

    /**
     * The row that a function or procedure of the database gives; only with {@link Capability#FUNCTIONS}. It is the only source of a
     * select that reads {@link #COLUMNS} in their order, and nothing else.
     */
    record FunctionCall(List<String> name, List<Bind> arguments, String alias) implements Source {

        /** What is read of the row: JSON in the last two, of which one is a list, texts in the others. */
        public static final List<String> COLUMNS =
                List.of("status", "message", "entity_id", "entity_type", "entity", "updated_fields");

        public FunctionCall {
            name = List.copyOf(name);
            arguments = List.copyOf(arguments);
        }

        @Override
        public Kind kind() {
            return Kind.FUNCTION_CALL;
        }
    }

    /**
     * A join.
     *
     * @param on null for CROSS and LATERAL
     */
    record Join(Type type, Source source, @Nullable SqlExpr on) implements SqlRelation {
        /** The joins. */
        public enum Type {
            INNER,
            LEFT,
            CROSS,
            /** {@code CROSS JOIN LATERAL}: the source sees the relations before it. */
            LATERAL
        }

        @Override
        public Kind kind() {
            return Kind.JOIN;
        }
    }

    /** An expression of the select list. */
    record SelectItem(SqlExpr value, String alias) implements SqlRelation {
        @Override
        public Kind kind() {
            return Kind.SELECT_ITEM;
        }
    }

    /**
     * A term of ORDER BY.
     *
     * @param nullsFirst where nulls go; has no effect when the value cannot be null
     * @param nullable whether the value can be null
     * @param codepoint order text by code point instead of the database's collation
     */
    record OrderTerm(SqlExpr value, boolean descending, boolean nullsFirst, boolean nullable, boolean codepoint)
            implements SqlRelation {
        @Override
        public Kind kind() {
            return Kind.ORDER_TERM;
        }
    }

    /** A page of an ordered result; each part is an integer {@link SqlExpr.Bind} or {@link SqlExpr.Literal}, or absent. */
    record Page(@Nullable SqlExpr limit, @Nullable SqlExpr offset) implements SqlRelation {
        @Override
        public Kind kind() {
            return Kind.PAGE;
        }
    }

    /**
     * One SELECT.
     *
     * @param group what the rows are grouped by; empty without GROUP BY
     */
    record Select(
            List<SelectItem> items,
            Source from,
            List<Join> joins,
            @Nullable SqlExpr where,
            List<SqlExpr> group,
            List<OrderTerm> order,
            @Nullable Page page)
            implements SqlRelation {
        public Select {
            items = List.copyOf(items);
            joins = List.copyOf(joins);
            group = List.copyOf(group);
            order = List.copyOf(order);
        }

        /** Without GROUP BY. */
        public Select(
                List<SelectItem> items,
                Source from,
                List<Join> joins,
                @Nullable SqlExpr where,
                List<OrderTerm> order,
                @Nullable Page page) {
            this(items, from, joins, where, List.of(), order, page);
        }

        @Override
        public Kind kind() {
            return Kind.SELECT;
        }
    }

    /** One named relation of WITH, computed once. */
    record Cte(String name, Select select) implements SqlRelation {
        @Override
        public Kind kind() {
            return Kind.CTE;
        }
    }

    /** A whole statement: selects joined by UNION ALL over common relations. */
    record Query(List<Cte> ctes, List<Select> selects) implements SqlRelation {
        public Query {
            ctes = List.copyOf(ctes);
            selects = List.copyOf(selects);
        }

        @Override
        public Kind kind() {
            return Kind.QUERY;
        }
    }
}
