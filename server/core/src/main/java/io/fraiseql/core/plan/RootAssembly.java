package io.fraiseql.core.plan;

import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.spi.database.SqlStatement;
import java.util.List;

/** Makes the plan of a root field from its levels. */
final class RootAssembly {

    private final PlanContext context;
    private final List<Level> levels;

    RootAssembly(PlanContext context, List<Level> levels) {
        this.context = context;
        this.levels = levels;
    }

    RootPlan.Rows rows(String key, boolean nullable) {
        StatementBuilder builder = new StatementBuilder(context, levels);
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
                programs);
    }
}
