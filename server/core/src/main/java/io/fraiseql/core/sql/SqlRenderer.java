package io.fraiseql.core.sql;

import io.fraiseql.spi.database.SqlStatement.BindType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns one statement into the text of one dialect: each node is offered to the dialect first and written in the standard
 * form when it declines. One use per statement.
 */
public final class SqlRenderer implements SqlWriter {

    private final Dialect dialect;
    private final StandardSql standard;
    private final StringBuilder sql = new StringBuilder(512);
    private final List<BindType> binds = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();

    private SqlRenderer(Dialect dialect) {
        this.dialect = dialect;
        this.standard = new StandardSql(this);
    }

    /** Writes a whole statement. */
    public static RenderedSql render(SqlNode statement, Dialect dialect) {
        SqlRenderer renderer = new SqlRenderer(dialect);
        renderer.node(statement);
        return new RenderedSql(renderer.sql.toString(), renderer.binds, renderer.slots);
    }

    @Override
    public SqlWriter text(String text) {
        sql.append(text);
        return this;
    }

    @Override
    public SqlWriter identifier(String name) {
        sql.append(dialect.quote(name));
        return this;
    }

    @Override
    public SqlWriter bind(SqlExpr.Bind bind) {
        sql.append('?');
        binds.add(new BindType(bind.type(), bind.list(), bind.row()));
        slots.add(bind.slot());
        return this;
    }

    @Override
    public SqlWriter node(SqlNode node) {
        if (!dialect.write(node, this)) {
            standard.write(node);
        }
        return this;
    }

    @Override
    public SqlWriter standard(SqlNode node) {
        standard.write(node);
        return this;
    }
}
