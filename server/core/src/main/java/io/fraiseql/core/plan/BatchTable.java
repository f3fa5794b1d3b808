package io.fraiseql.core.plan;

import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The batches that were written: the table {@code fraiseql_batch} and its statements. Immutable. */
public final class BatchTable {

    private static final List<String> TABLE = List.of("fraiseql_batch");
    private static final String ALIAS = "b";
    private static final String ID = "id";
    private static final String DIGEST = "digest";
    private static final String CREATED_AT = "created_at";

    /** The digest of a batch; the slot is its id. */
    private final WriteStatement find;

    private final WriteStatement insert;
    private final WriteStatement forget;

    /** @param dialect of a database with {@link io.fraiseql.spi.sql.Capability#MUTATIONS} */
    public BatchTable(Dialect dialect) {
        SelectItem digest = new SelectItem(new SqlExpr.Read(column(DIGEST, TEXT), TEXT, null), DIGEST);
        this.find = statement(
                dialect,
                new Select(
                        List.of(digest),
                        new SqlRelation.Table(TABLE, ALIAS, Map.of()),
                        List.of(),
                        compared(ID, Operator.EQUAL, TEXT),
                        List.of(),
                        null),
                RowShape.of(List.of(new RowShape.Column(TEXT, null))));
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put(ID, TEXT);
        columns.put(DIGEST, TEXT);
        columns.put("row_count", BIGINT);
        columns.put(CREATED_AT, DATETIME);
        List<Assignment> values = new ArrayList<>();
        columns.forEach((name, type) ->
                values.add(new Assignment(name, new SqlExpr.Stored(bind(values.size(), type), type, null))));
        RowShape nothing = RowShape.of(List.of());
        this.insert = statement(dialect, new SqlWrite.Insert(TABLE, values, null, List.of()), nothing);
        this.forget = statement(
                dialect, new SqlWrite.Delete(TABLE, ALIAS, compared(CREATED_AT, Operator.LESS, DATETIME)), nothing);
    }

    private static SqlExpr column(String name, ColumnType type) {
        return new SqlExpr.Column(ALIAS, name, type, null, true);
    }

    private static Bind bind(int slot, ColumnType type) {
        return new Bind(slot, type, false, null);
    }

    private static SqlExpr compared(String name, Operator operator, ColumnType type) {
        return new SqlExpr.Comparison(operator, column(name, type), bind(0, type), type, null, false);
    }

    private static WriteStatement statement(Dialect dialect, SqlNode node, RowShape shape) {
        RenderedSql sql = SqlRenderer.render(node, dialect);
        return new WriteStatement(new SqlStatement(sql.sql(), sql.binds(), shape), sql.slots());
    }

    /** Gives the digest of a batch; the slot is its id. */
    public WriteStatement find() {
        return find;
    }

    /** Notes a batch; the slots are its id, its digest, the number of its rows and when it came. */
    public WriteStatement insert() {
        return insert;
    }

    /** Forgets batches; the slot is the time before which they came. */
    public WriteStatement forget() {
        return forget;
    }
}
