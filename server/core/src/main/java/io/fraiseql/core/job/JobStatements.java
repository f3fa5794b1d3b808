package io.fraiseql.core.job;

import static io.fraiseql.core.event.Nodes.ALIAS;
import static io.fraiseql.core.event.Nodes.all;
import static io.fraiseql.core.event.Nodes.ascending;
import static io.fraiseql.core.event.Nodes.column;
import static io.fraiseql.core.event.Nodes.compare;
import static io.fraiseql.core.event.Nodes.equal;
import static io.fraiseql.core.event.Nodes.first;
import static io.fraiseql.core.event.Nodes.required;
import static io.fraiseql.core.event.Nodes.set;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.core.event.Cells;
import io.fraiseql.core.event.Nodes;
import io.fraiseql.core.event.Prepared;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Table;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements on {@code fraiseql_job}, in one dialect. Immutable. */
final class JobStatements {

    private static final String TABLE = "fraiseql_job";
    private static final String BEFORE = "p";
    /** How many of the first columns change while a job waits. */
    static final int CHANGING = 7;
    /** How many of the first columns a claim changes. */
    static final int CLAIMING = 6;

    private static final Map<String, ColumnType> ID = Map.of("id", TEXT);
    private static final Page ONE = new Page(new SqlExpr.Literal(1L, BIGINT), null);

    /** New rows: the rows; then the values of each column. */
    final Prepared insert;
    /** What a claim changes of rows that are there: the rows; then the values of the first columns. */
    final Prepared claimed;
    /** The same with the history. */
    final Prepared again;
    /** Those of a state and type, in their order, locked: the state, the type, how many at most. */
    final Prepared claimable;
    /** Which of some have others of their lane before them: the ids. */
    final Prepared behind;
    /** The first of a lane with its state, locked: the lane. */
    final Prepared firstOfLane;
    /** Those of a state that have nobody of their lane before them, locked: the state, how many at most. */
    final Prepared firsts;
    /** Other states: the rows of id and state; the ids; the states. */
    final Prepared states;
    /** Whether there is one of a state and type: the state, the type. */
    final Prepared any;
    /** Whether there is one of a state whose time has come: the state, the time. */
    final Prepared due;
    /** Makes them claimable: the new state, the state, the time. */
    final Prepared wake;
    /** Longer claims: the rows of id and token; the ids; the tokens; the time; the state. */
    final Prepared extend;
    /** The ids and turns of claims, locked: the rows of id and token; the ids; the tokens. */
    final Prepared held;
    /** Takes claims away: as {@link #held}. */
    final Prepared remove;
    /** Which of some ids there are: the ids. */
    final Prepared known;
    /** The turn of the first that may be claimed of a type and priority: the state, the type, the priority. */
    final Prepared serving;
    /** The last turn of each organisation, by type and priority; no values. */
    final Prepared lastTurns;
    /** How many there are of each state; no values. */
    final Prepared count;
    /** The last position of lanes that have jobs: the lanes. */
    final Prepared lastOfLanes;
    /** One: the id. */
    final Prepared one;
    /** Some of some states: the states, how many at most. */
    final Prepared browse;
    /** Some of some states and a rule: the states, the rule, how many at most. */
    final Prepared browseRule;

    private final Dialect dialect;

    JobStatements(Dialect dialect) {
        this.dialect = dialect;
        List<String> names = List.copyOf(JobRow.COLUMNS.keySet());
        this.insert = write(new SqlWrite.Insert(
                List.of(TABLE), values(names, 0), Nodes.rows(List.copyOf(JobRow.COLUMNS.values())), List.of()));
        this.claimed = change(names.subList(0, CLAIMING));
        this.again = change(names.subList(0, CHANGING));
        this.claimable = lock(
                JobRow.COLUMNS,
                all(equal("state", 0, TEXT), equal("type", 1, TEXT)),
                List.of(ascending("priority", BIGINT), ascending("turn", BIGINT), ascending("id", TEXT)),
                first(2),
                true);
        this.behind = rows(ID, all(in("id"), before(false)), List.of(), null);
        this.firstOfLane =
                lock(idAnd("state", TEXT), equal("lane", 0, TEXT), List.of(ascending("position", BIGINT)), ONE, false);
        this.firsts =
                lock(ID, all(equal("state", 0, TEXT), before(true)), List.of(ascending("id", TEXT)), first(1), true);
        this.states = change(names.subList(0, 2));
        this.any = rows(
                ID,
                all(equal("state", 0, TEXT), equal("type", 1, TEXT)),
                List.of(ascending("priority", BIGINT), ascending("turn", BIGINT)),
                ONE);
        SqlExpr over = all(equal("state", 0, TEXT), compare("run_at", Operator.LESS_OR_EQUAL, 1, DATETIME));
        this.due = rows(ID, over, List.of(), ONE);
        this.wake = update(
                List.of(set("state", 0, TEXT)),
                all(equal("state", 1, TEXT), compare("run_at", Operator.LESS_OR_EQUAL, 2, DATETIME)));
        SqlExpr claims = new SqlExpr.InRows(
                List.of(column("id", TEXT), column("token", BIGINT)), Nodes.rows(List.of(TEXT, BIGINT)));
        this.extend = update(List.of(set("run_at", 3, DATETIME), set("state", 4, TEXT)), claims);
        this.held = lock(idAnd("turn", BIGINT), claims, List.of(ascending("id", TEXT)), null, false);
        this.remove = write(new SqlWrite.Delete(List.of(TABLE), ALIAS, claims));
        this.known = rows(ID, in("id"), List.of(), null);
        this.serving = rows(
                Map.of("turn", BIGINT),
                all(equal("state", 0, TEXT), equal("type", 1, TEXT), equal("priority", 2, BIGINT)),
                List.of(ascending("turn", BIGINT)),
                ONE);
        this.lastTurns = lastTurns();
        this.count = grouped(List.of("state"), SqlAggregation.Aggregate.count(), null);
        this.lastOfLanes = grouped(List.of("lane"), largest("position"), in("lane"));
        this.one = rows(JobRow.COLUMNS, equal("id", 0, TEXT), List.of(), null);
        this.browse = rows(JobRow.COLUMNS, in("state"), List.of(), first(1));
        this.browseRule = rows(JobRow.COLUMNS, all(in("state"), equal("rule", 1, TEXT)), List.of(), first(2));
    }

    private static Map<String, ColumnType> idAnd(String name, ColumnType type) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("id", TEXT);
        columns.put(name, type);
        return columns;
    }

    /** A column of text is one of slot 0. */
    private static SqlExpr in(String column) {
        return new SqlExpr.InList(required(column, TEXT), new SqlExpr.Bind(0, TEXT, true, null), false, TEXT, null);
    }

    /**
     * Whether others of a lane come before, or none; also true of who has no lane, which is not asked for. With a condition beside it the
     * subquery is looked up for each row, where PostgreSQL would join the whole table otherwise.
     */
    private static SqlExpr before(boolean none) {
        SqlExpr lane = column("lane", TEXT);
        Select before = new Select(
                List.of(new SelectItem(new SqlExpr.Literal(1L, BIGINT), "n")),
                new Table(List.of(TABLE), BEFORE, Map.of()),
                List.of(),
                all(
                        same(Operator.EQUAL, new SqlExpr.Column(BEFORE, "lane", TEXT, null, true), lane, TEXT),
                        same(
                                Operator.LESS,
                                new SqlExpr.Column(BEFORE, "position", BIGINT, null, true),
                                column("position", BIGINT),
                                BIGINT)),
                List.of(),
                null);
        return new SqlExpr.Logic(
                false,
                List.of(
                        same(Operator.EQUAL, lane, new SqlExpr.Literal("", TEXT), TEXT),
                        new SqlExpr.Exists(before, none)));
    }

    private static SqlExpr same(Operator operator, SqlExpr left, SqlExpr right, ColumnType type) {
        return new SqlExpr.Comparison(operator, left, right, type, null, false);
    }

    private Prepared lastTurns() {
        return grouped(List.of("type", "priority", "organisation"), largest("turn"), null);
    }

    private static SqlExpr largest(String name) {
        return new SqlAggregation.Aggregate(
                SqlAggregation.Aggregate.Function.MAX, column(name, BIGINT), BIGINT, null, 0, false);
    }

    private Prepared grouped(List<String> names, SqlExpr aggregate, @Nullable SqlExpr where) {
        List<SqlExpr> keys = new ArrayList<>();
        List<SelectItem> items = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        for (String name : names) {
            ColumnType type = JobRow.COLUMNS.getOrDefault(name, TEXT);
            SqlExpr key = column(name, type);
            keys.add(key);
            items.add(new SelectItem(key, name));
            types.add(type);
        }
        items.add(new SelectItem(aggregate, "n"));
        types.add(BIGINT);
        return Prepared.of(
                new Select(items, Nodes.table(TABLE), List.of(), where, keys, List.of(), null), dialect, types);
    }

    private Prepared change(List<String> names) {
        List<ColumnType> types = new ArrayList<>();
        names.forEach(name -> types.add(JobRow.COLUMNS.getOrDefault(name, TEXT)));
        return write(new SqlWrite.UpdateEach(
                List.of(TABLE), ALIAS, Nodes.rows(types), List.of(column("id", TEXT)), values(names, 1)));
    }

    private static List<Assignment> values(List<String> names, int from) {
        List<Assignment> values = new ArrayList<>();
        for (int i = from; i < names.size(); i++) {
            String name = names.get(i);
            values.add(new Assignment(name, Nodes.given(i, JobRow.COLUMNS.getOrDefault(name, TEXT))));
        }
        return values;
    }

    private Prepared rows(Map<String, ColumnType> columns, SqlExpr where, List<OrderTerm> order, @Nullable Page page) {
        return Prepared.of(Nodes.select(columns, TABLE, where, order, page), dialect, List.copyOf(columns.values()));
    }

    private Prepared lock(
            Map<String, ColumnType> columns,
            SqlExpr where,
            List<OrderTerm> order,
            @Nullable Page page,
            boolean passing) {
        return Prepared.of(
                new SqlWrite.Lock(Nodes.select(columns, TABLE, where, order, page), passing),
                dialect,
                List.copyOf(columns.values()));
    }

    private Prepared update(List<Assignment> values, SqlExpr where) {
        return write(new SqlWrite.Update(List.of(TABLE), ALIAS, values, where, List.of()));
    }

    private Prepared write(SqlWrite statement) {
        return Prepared.of(statement, dialect, List.of());
    }

    static void write(WriteSession session, Prepared statement, List<List<Object>> rows) {
        if (!rows.isEmpty()) {
            statement.update(session, Nodes.values(rows));
        }
    }

    /** The first column of the rows of a statement. */
    static Set<String> texts(ReadSession session, Prepared statement, Object... values) {
        Set<String> texts = new HashSet<>();
        try (RowCursor row = statement.query(session, values)) {
            while (row.next()) {
                texts.add(Cells.text(row, 0));
            }
        }
        return texts;
    }
}
