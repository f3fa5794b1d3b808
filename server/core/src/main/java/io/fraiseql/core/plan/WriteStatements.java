package io.fraiseql.core.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The statements that write, rendered once for each set of columns that requests come with. Thread-safe. */
final class WriteStatements {

    private static final int MOST = 2_000;

    private final Dialect dialect;
    private final Cache<Shape, WriteStatement> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final LongAdder rendered = new LongAdder();

    /** What a statement's text depends on. */
    record Shape(Object target, String action, List<WriteColumn> columns) {}

    WriteStatements(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** How many statements were rendered. */
    long rendered() {
        return rendered.sum();
    }

    WriteStatement get(Shape shape, RowShape rows, Supplier<SqlNode> tree) {
        WriteStatement known = kept.getIfPresent(shape);
        if (known != null) {
            return known;
        }
        RenderedSql sql = SqlRenderer.render(tree.get(), dialect);
        rendered.increment();
        WriteStatement made = new WriteStatement(new SqlStatement(sql.sql(), sql.binds(), rows), sql.slots());
        kept.put(shape, made);
        return made;
    }
}
