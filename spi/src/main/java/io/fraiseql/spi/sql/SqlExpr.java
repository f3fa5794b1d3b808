package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.List;

/** A scalar expression or a condition. */
public sealed interface SqlExpr extends SqlNode
        permits SqlExpr.Column,
                SqlExpr.Read,
                SqlExpr.Bind,
                SqlExpr.Literal,
                SqlExpr.Comparison,
                SqlExpr.RowComparison,
                SqlExpr.InList,
                SqlExpr.TextMatch,
                SqlExpr.NullTest,
                SqlExpr.Logic,
                SqlExpr.Not,
                SqlExpr.NotTrue,
                SqlExpr.Exists,
                SqlExpr.JsonValue,
                SqlExpr.JsonTest,
                SqlExpr.SearchTest,
                SqlExpr.TypeTest,
                SqlExpr.Stored,
                SqlExpr.Incremented,
                SqlExpr.GeneratedKeys,
                SqlExpr.InRows,
                SqlAggregation {

    /**
     * A column of a relation.
     *
     * @param relation the alias of the relation
     * @param sql the declared type where known
     */
    record Column(
            String relation,
            String name,
            ColumnType type,
            @Nullable SqlType sql,
            boolean nullable) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.COLUMN;
        }
    }

    /**
     * A value in the form that {@code RowCursor} reads: where the database stores or names it in another way (an enum, an array, an
     * interval, a Julian day), the dialect converts it. By default the value itself.
     */
    record Read(SqlExpr value, ColumnType type, @Nullable SqlType sql) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.READ;
        }
    }

    /**
     * A bound value, always written through {@link SqlWriter#bind}.
     *
     * @param slot which value of the operation; the same slot may be written several times
     * @param type of the value, or of its elements; of no meaning for rows
     * @param list whether the value is a list bound as one parameter
     * @param against the declared type of the column it is compared with, so that a dialect can cast; null when unknown
     * @param row the types of the columns when the value is a list of rows bound as one parameter; else empty
     */
    record Bind(
            int slot,
            ColumnType type,
            boolean list,
            @Nullable SqlType against,
            List<ColumnType> row) implements SqlExpr {
        public Bind {
            row = List.copyOf(row);
        }

        /** A value or a list of values. */
        public Bind(int slot, ColumnType type, boolean list, @Nullable SqlType against) {
            this(slot, type, list, against, List.of());
        }

        @Override
        public Kind kind() {
            return Kind.BIND;
        }
    }

    /**
     * A constant that the engine itself writes: an integer, a boolean, a type name, a typed null. Never a client's value, except
     * page sizes.
     *
     * @param value a {@link Long}, a {@link Boolean}, a {@link String} or null
     */
    record Literal(@Nullable Object value, ColumnType type) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.LITERAL;
        }
    }

    /**
     * {@code left op right}, by the declared type: decimals exactly, UUIDs by value, equality of text by code point whatever the
     * collation.
     *
     * @param codepoint compare the range of text by code point too, instead of the database's collation
     */
    record Comparison(
            Operator operator,
            SqlExpr left,
            SqlExpr right,
            ColumnType type,
            @Nullable SqlType sql,
            boolean codepoint) implements SqlExpr {
        /** The comparison operators. */
        public enum Operator {
            EQUAL("="),
            NOT_EQUAL("<>"),
            LESS("<"),
            LESS_OR_EQUAL("<="),
            GREATER(">"),
            GREATER_OR_EQUAL(">=");

            private final String symbol;

            Operator(String symbol) {
                this.symbol = symbol;
            }

            /** The SQL symbol. */
            public String symbol() {
                return symbol;
            }
        }

        /** The same comparison with another operator. */
        public Comparison with(Operator other) {
            return new Comparison(other, left, right, type, sql, codepoint);
        }

        @Override
        public Kind kind() {
            return Kind.COMPARISON;
        }
    }

    /**
     * {@code (a, b, …) > (x, y, …)}, or {@code <}, term by term from the left; no term is ever null. The standard form is {@link #expanded};
     * a database that finds a range of an index by a comparison of rows writes one.
     *
     * @param terms at least one, all with the operator GREATER or all with LESS
     */
    record RowComparison(List<Comparison> terms) implements SqlExpr {
        public RowComparison {
            terms = List.copyOf(terms);
        }

        /** The operator of all terms. */
        public Comparison.Operator operator() {
            return terms.get(0).operator();
        }

        /** {@code a >= x AND (a > x OR …)}: the first condition bounds the part of an index that is read, and no equality is needed. */
        public SqlExpr expanded() {
            boolean greater = operator() == Comparison.Operator.GREATER;
            Comparison.Operator orEqual =
                    greater ? Comparison.Operator.GREATER_OR_EQUAL : Comparison.Operator.LESS_OR_EQUAL;
            SqlExpr rest = terms.get(terms.size() - 1);
            for (int i = terms.size() - 2; i >= 0; i--) {
                Comparison term = terms.get(i);
                rest = new Logic(true, List.of(term.with(orEqual), new Logic(false, List.of(term, rest))));
            }
            return rest;
        }

        @Override
        public Kind kind() {
            return Kind.ROW_COMPARISON;
        }
    }

    /** {@code value [NOT] IN list}; an empty list holds nothing; a null value is never in nor not in. */
    record InList(
            SqlExpr value,
            Bind list,
            boolean negated,
            ColumnType type,
            @Nullable SqlType sql) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.IN_LIST;
        }
    }

    /** A match of text. Case sensitivity is the operator's, never the collation's. */
    record TextMatch(Operator operator, boolean ignoreCase, boolean negated, SqlExpr value, Bind pattern)
            implements SqlExpr {
        /** How the pattern is meant. In the first three its {@code %}, {@code _} and {@code \} are plain characters. */
        public enum Operator {
            CONTAINS,
            STARTS_WITH,
            ENDS_WITH,
            /** A LIKE pattern with {@code \} as its escape. */
            LIKE,
            /** A regular expression of the engine. */
            REGEX
        }

        @Override
        public Kind kind() {
            return Kind.TEXT_MATCH;
        }
    }

    /** {@code value IS [NOT] NULL}. */
    record NullTest(SqlExpr value, boolean negated) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.NULL_TEST;
        }
    }

    /** Conditions joined by AND or OR; empty AND is true, empty OR is false. */
    record Logic(boolean and, List<SqlExpr> conditions) implements SqlExpr {
        public Logic {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Kind kind() {
            return Kind.LOGIC;
        }
    }

    /** {@code NOT condition} in SQL's three-valued logic. */
    record Not(SqlExpr condition) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.NOT;
        }
    }

    /** True when the condition is false or unknown. */
    record NotTrue(SqlExpr condition) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.NOT_TRUE;
        }
    }

    /** {@code [NOT] EXISTS (select)}. */
    record Exists(SqlRelation.Select select, boolean negated) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.EXISTS;
        }
    }

    /**
     * A value inside a JSON document, typed. {@link ColumnType#JSON} yields the JSON text of any value; the others read a scalar. SQL
     * NULL when the path is absent or holds a JSON null.
     *
     * @param path object keys from the document's root
     */
    record JsonValue(SqlExpr document, List<String> path, ColumnType type) implements SqlExpr {
        public JsonValue {
            path = List.copyOf(path);
        }

        @Override
        public Kind kind() {
            return Kind.JSON_VALUE;
        }
    }

    /**
     * A test on a JSON value or an array. JSON compares by structure, numbers by value. On an array the argument of {@code CONTAINS,
     * CONTAINED_BY, OVERLAPS} is a list bind, on JSON a JSON bind; of {@code HAS_KEY} a text bind; of the lengths an integer.
     */
    record JsonTest(Operator operator, SqlExpr value, boolean array, Bind argument) implements SqlExpr {
        /** The tests. */
        public enum Operator {
            CONTAINS,
            CONTAINED_BY,
            OVERLAPS,
            HAS_KEY,
            LENGTH_EQUAL,
            LENGTH_GREATER,
            LENGTH_LESS
        }

        @Override
        public Kind kind() {
            return Kind.JSON_TEST;
        }
    }

    /** Full-text search over one text value. */
    record SearchTest(Operator operator, SqlExpr value, Bind query) implements SqlExpr {
        /** The query languages. */
        public enum Operator {
            /** The engine's own query language. */
            MATCHES,
            PLAIN,
            PHRASE,
            WEB
        }

        @Override
        public Kind kind() {
            return Kind.SEARCH_TEST;
        }
    }

    /** A test that a type of the database has of its own; the argument is a text that the database reads as a value of such a type. */
    record TypeTest(Operator operator, SqlExpr value, Bind argument) implements SqlExpr {
        /** The tests; the first three are of network addresses, the others of label trees. */
        public enum Operator {
            /** Is in the network, or is it. */
            IN_SUBNET,
            /** Holds the address or network, or is it. */
            CONTAINS_SUBNET,
            /** Has addresses in common with the network. */
            OVERLAPS_SUBNET,
            /** Is on the way from the root to the path, or is it. */
            ANCESTOR_OF,
            /** Is below the path, or is it. */
            DESCENDANT_OF,
            /** Matches the database's own pattern of paths. */
            MATCHES_PATH
        }

        @Override
        public Kind kind() {
            return Kind.TYPE_TEST;
        }
    }

    /** A bound value in the form in which a column of that declared type stores it. By default the bind itself. */
    record Stored(Bind value, ColumnType type, @Nullable SqlType sql) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.STORED;
        }
    }

    /** {@code value + 1}. */
    record Incremented(SqlExpr value) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.INCREMENTED;
        }
    }

    /**
     * Whether a key is one of those that the database made in the last INSERT of the session, which gave it no value; only without {@link
     * Capability#RETURNING}. In ascending order they are in the order of the inserted rows.
     *
     * @param rows how many rows that INSERT had, all of them given as values; 0 in a {@link SqlWrite.WriteAndRead}, which knows
     */
    record GeneratedKeys(SqlExpr key, int rows) implements SqlExpr {
        @Override
        public Kind kind() {
            return Kind.GENERATED_KEYS;
        }
    }

    /** Whether a row's values are those of one of the bound rows: as many values as the rows have columns, none of them null. */
    record InRows(List<SqlExpr> values, SqlRelation.BoundRows rows) implements SqlExpr {
        public InRows {
            values = List.copyOf(values);
        }

        @Override
        public Kind kind() {
            return Kind.IN_ROWS;
        }
    }
}
