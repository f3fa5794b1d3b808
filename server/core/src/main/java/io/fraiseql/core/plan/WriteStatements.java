package io.fraiseql.core.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The statements that write, rendered once for each set of columns that requests come with. Thread-safe. */
final class WriteStatements {

    static final RowShape NOTHING = new RowShape(List.of(), List.of());

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

    /** Whether what writes also gives the rows. */
    boolean returning() {
        return dialect.capabilities().contains(Capability.RETURNING);
    }

    /** Whether a write and the select of what it wrote are one statement. */
    boolean readsBack() {
        return dialect.capabilities().contains(Capability.WRITE_AND_READ);
    }

    WriteStatement get(Shape shape, RowShape rows, Supplier<SqlNode> tree) {
        return get(shape, () -> render(tree.get(), rows, null));
    }

    /** A statement that gives no rows, and the one that reads what it wrote. */
    WriteStatement get(Shape shape, RowShape rows, Supplier<SqlNode> tree, Supplier<SqlNode> readBack) {
        return get(shape, () -> render(tree.get(), NOTHING, render(readBack.get(), rows, null)));
    }

    private WriteStatement get(Shape shape, Supplier<WriteStatement> making) {
        WriteStatement known = kept.getIfPresent(shape);
        if (known != null) {
            return known;
        }
        WriteStatement made = making.get();
        rendered.increment();
        kept.put(shape, made);
        return made;
    }

    private WriteStatement render(SqlNode tree, RowShape rows, @Nullable WriteStatement readBack) {
        RenderedSql sql = SqlRenderer.render(tree, dialect);
        return new WriteStatement(new SqlStatement(sql.sql(), sql.binds(), rows), sql.slots(), readBack);
    }
}
