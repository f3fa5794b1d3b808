package io.fraiseql.plugin.sqlite;

import io.fraiseql.spi.database.SqlStatement.BindType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes conditions for tests: the dialect's forms and the few standard ones that conditions need. */
final class TestWriter implements SqlWriter {

    private final SqliteDialect dialect = new SqliteDialect();
    private final StringBuilder sql = new StringBuilder();
    final List<BindType> binds = new ArrayList<>();

    static String write(SqlNode node) {
        return new TestWriter().node(node).toString();
    }

    @Override
    public TestWriter text(String text) {
        sql.append(text);
        return this;
    }

    @Override
    public TestWriter identifier(String name) {
        return text(dialect.quote(name));
    }

    @Override
    public TestWriter bind(SqlExpr.Bind bind) {
        binds.add(new BindType(bind.type(), bind.list()));
        return text("?");
    }

    @Override
    public TestWriter node(SqlNode node) {
        return dialect.write(node, this) ? this : standard(node);
    }

    @Override
    public TestWriter standard(SqlNode node) {
        return switch (node.kind()) {
            case COLUMN -> column((SqlExpr.Column) node);
            case BIND -> bind((SqlExpr.Bind) node);
            case READ -> node(((SqlExpr.Read) node).value());
            case NULL_TEST -> node(((SqlExpr.NullTest) node).value()).text(" IS NULL");
            case NOT -> text("NOT (").node(((SqlExpr.Not) node).condition()).text(")");
            case LITERAL -> text(String.valueOf(((SqlExpr.Literal) node).value()));
            case PAGE -> text(" LIMIT ").node(((SqlRelation.Page) node).limit());
            case TABLE ->
                identifier(((SqlRelation.Table) node).name().get(0))
                        .text(" AS ")
                        .identifier(((SqlRelation.Table) node).alias());
            case SUBQUERY ->
                text("(")
                        .union(((SqlRelation.Subquery) node).selects())
                        .text(") AS ")
                        .identifier(((SqlRelation.Subquery) node).alias());
            case QUERY -> union(((SqlRelation.Query) node).selects());
            case SELECT -> select((SqlRelation.Select) node);
            default -> throw new IllegalArgumentException("no standard form of " + node.kind());
        };
    }

    private TestWriter union(List<SqlRelation.Select> selects) {
        for (int i = 0; i < selects.size(); i++) {
            text(i == 0 ? "" : " UNION ALL ").node(selects.get(i));
        }
        return this;
    }

    private TestWriter select(SqlRelation.Select select) {
        text("SELECT ");
        for (SqlRelation.SelectItem item : select.items()) {
            text(item == select.items().get(0) ? "" : ", ")
                    .node(item.value())
                    .text(" AS ")
                    .identifier(item.alias());
        }
        text(" FROM ").node(select.from());
        for (SqlRelation.OrderTerm term : select.order()) {
            text(term == select.order().get(0) ? " ORDER BY " : ", ").node(term);
        }
        return select.page() == null ? this : node(select.page());
    }

    private TestWriter column(SqlExpr.Column column) {
        return identifier(column.relation()).text(".").identifier(column.name());
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
