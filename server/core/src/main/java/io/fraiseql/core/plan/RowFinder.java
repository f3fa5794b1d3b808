package io.fraiseql.core.plan;

import graphql.language.Field;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.Mutation.Operation;
import io.fraiseql.core.plan.RootPlan.Located;
import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans the statement that locks the rows of an update or delete: by key, or by a filter in the order of the key. */
final class RowFinder {

    private final PlanContext context;
    private final WriteTarget target;
    private final Mutation mutation;

    RowFinder(PlanContext context, WriteTarget target, Mutation mutation) {
        this.context = context;
        this.target = target;
        this.mutation = mutation;
    }

    /**
     * The statement; null for an operation that starts from its input.
     *
     * @param given the arguments but those with rows
     */
    @Nullable
    Located find(Field field, Map<String, Argument> given) {
        if (mutation.operation() == Operation.INSERT || mutation.operation() == Operation.UPSERT) {
            return null;
        }
        String alias = context.nextAlias();
        TableScope scope = new TableScope(context, target.type(), target.table(), alias);
        SqlExpr where = mutation.many() ? filter(field, given, scope) : byKey(given, scope);
        SqlExpr most = context.slots.bind(
                new BindSource.Variable(WriteAnswer.MOST, List.of()), ColumnType.BIGINT, false, null);
        Select rows = new Select(
                target.image().items(alias),
                scope.source(),
                List.of(),
                where,
                mutation.many() ? order(alias) : List.of(),
                mutation.many() ? new Page(most, null) : null);
        RenderedSql sql = SqlRenderer.render(new SqlWrite.Lock(rows), context.dialect);
        return new Located(
                new SqlStatement(sql.sql(), sql.binds(), target.image().shape()), sql.slots(), context.slots.sources());
    }

    private @Nullable SqlExpr filter(Field field, Map<String, Argument> given, TableScope scope) {
        Argument where = given.get(SurfaceNames.WHERE);
        boolean written = FieldArguments.writes(field, SurfaceNames.WHERE);
        FilterGuard.check(where, written, given.get(SurfaceNames.ALL));
        return where == null
                ? null
                : Conditions.all(List.of(
                        new FilterPlanner(context).where(where, target.type().fields(), scope)));
    }

    private SqlExpr byKey(Map<String, Argument> given, TableScope scope) {
        OperatorPlanner operators = new OperatorPlanner(context);
        List<SqlExpr> conditions = new ArrayList<>();
        for (WriteColumn key : target.key()) {
            if (!(given.get(key.field()) instanceof Argument.Leaf leaf)) {
                throw new IllegalStateException("no argument " + key.field());
            }
            conditions.add(operators.condition("eq", leaf, key.definition(), scope));
        }
        return new SqlExpr.Logic(true, conditions);
    }

    /** One order for all, so that two writers do not wait for each other. */
    private List<OrderTerm> order(String alias) {
        return target.key().stream()
                .map(key -> new OrderTerm(RowConditions.column(alias, key), false, false, false, false))
                .toList();
    }
}
