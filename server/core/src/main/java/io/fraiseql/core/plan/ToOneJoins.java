package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Join;
import java.util.ArrayList;
import java.util.List;

/** The to-one relations joined to the rows of one level; the same relation of the same row is joined once. */
final class ToOneJoins {

    private final Relations relations;
    private final Level level;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(RowScope near, Field field, TargetRow target) {}

    ToOneJoins(PlanContext context, Level level) {
        this.relations = new Relations(context);
        this.level = level;
    }

    TargetRow join(Field field, RowScope near) {
        for (Entry entry : entries) {
            if (entry.near() == near && entry.field().equals(field)) {
                return entry.target();
            }
        }
        Relations.Joined joined = relations.correlate(field, near);
        SqlExpr on = Conditions.all(joined.conditions());
        if (joined.link() != null || on == null) {
            throw new IllegalStateException(field.name() + " cannot be joined as a to-one relation");
        }
        level.joins.add(new Level.PendingJoin(Join.Type.LEFT, joined.scope()::source, on));
        entries.add(new Entry(near, field, joined.target()));
        return joined.target();
    }
}
