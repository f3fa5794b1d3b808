package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.SqlStatement.BindType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/** The few standard forms that the dialect's own tests need; the engine has the full set. */
final class TestSqlWriter implements SqlWriter {

    private final Dialect dialect = new PostgresDialect();
    private final StringBuilder sql = new StringBuilder();
    final List<BindType> binds = new ArrayList<>();
    final List<Integer> slots = new ArrayList<>();

    static String write(SqlNode node) {
        return new TestSqlWriter().node(node).toString();
    }

    @Override
    public TestSqlWriter text(String text) {
        sql.append(text);
        return this;
    }

    @Override
    public TestSqlWriter identifier(String name) {
        return text(dialect.quote(name));
    }

    @Override
    public TestSqlWriter bind(SqlExpr.Bind bind) {
        binds.add(new BindType(bind.type(), bind.list()));
        slots.add(bind.slot());
        return text("?");
    }

    @Override
    public TestSqlWriter node(SqlNode node) {
        return dialect.write(node, this) ? this : standard(node);
    }

    @Override
    public TestSqlWriter standard(SqlNode node) {
        switch (node.kind()) {
            case COLUMN -> {
                SqlExpr.Column column = (SqlExpr.Column) node;
                identifier(column.relation()).text(".").identifier(column.name());
            }
            case COMPARISON -> {
                SqlExpr.Comparison comparison = (SqlExpr.Comparison) node;
                node(comparison.left()).text(" " + comparison.operator().symbol() + " ");
                node(comparison.right());
            }
            case READ -> node(((SqlExpr.Read) node).value());
            case NOT -> text("NOT (").node(((SqlExpr.Not) node).condition()).text(")");
            case LITERAL -> text(String.valueOf(((SqlExpr.Literal) node).value()));
            case SELECT -> {
                SqlRelation.Select select = (SqlRelation.Select) node;
                text("SELECT ").node(select.items().get(0).value());
                text(" FROM ").node(select.from());
            }
            case CTE_REFERENCE -> identifier(((SqlRelation.CteReference) node).name());
            default -> throw new UnsupportedOperationException(node.kind().name());
        }
        return this;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
