package io.fraiseql.core.plan;

import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import java.time.Duration;
import java.util.List;

/** Makes the plan of a root field from its levels. */
final class RootAssembly {

    private final PlanContext context;
    private final List<Level> levels;

    RootAssembly(PlanContext context, List<Level> levels) {
        this.context = context;
        this.levels = levels;
    }

    /**
     * The rows of a root field.
     *
     * @param query the query they are of; null for rows that stand for themselves
     */
    RootPlan.Rows rows(String key, boolean nullable, @Nullable RootField query) {
        return rows(key, nullable, query, new StatementBuilder(context, levels));
    }

    /**
     * The statement of a page.
     *
     * @param page null when it is all of the list
     */
    PagedPlan.Page page(RootField query, String key, @Nullable KeysetPage page) {
        StatementBuilder builder = new StatementBuilder(context, levels);
        RootPlan.Rows rows = rows(key, query.type().nullable(), query, builder);
        return new PagedPlan.Page(
                rows, page == null ? List.of() : page.key(builder.slots().of(levels.get(0))));
    }

    private RootPlan.Rows rows(String key, boolean nullable, @Nullable RootField query, StatementBuilder builder) {
        RenderedSql sql = SqlRenderer.render(builder.build(), context.dialect);
        List<RowProgram> programs = levels.stream()
                .map(level -> level.program.build(builder.slots().of(level)))
                .toList();
        return new RootPlan.Rows(
                key,
                RootPlan.label(key),
                nullable,
                levels.stream().map(level -> level.form).toList(),
                new SqlStatement(sql.sql(), sql.binds(), builder.slots().shape()),
                sql.slots(),
                context.slots.sources(),
                programs,
                caching(query));
    }

    private RootPlan.@Nullable Caching caching(@Nullable RootField query) {
        return query == null || query.cacheSeconds() == 0
                ? null
                : new RootPlan.Caching(Duration.ofSeconds(query.cacheSeconds()), context.tables());
    }
}
