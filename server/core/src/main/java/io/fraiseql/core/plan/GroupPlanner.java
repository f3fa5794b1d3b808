package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket;
import io.fraiseql.spi.sql.SqlExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns {@code groupBy} into keys of groups. */
final class GroupPlanner {

    private final PlanContext context;
    private final ToOneJoins joins;
    private final GroupedScope groups;
    private final List<Key> keys = new ArrayList<>();

    /**
     * A key.
     *
     * @param field what it looks like to orders, named by its path such as {@code album.title}
     * @param bucket the period, or {@code VALUE}
     */
    record Key(Field field, String bucket) {}

    GroupPlanner(PlanContext context, ToOneJoins joins, GroupedScope groups) {
        this.context = context;
        this.joins = joins;
        this.groups = groups;
    }

    /** The keys of groups, in the order of the argument. */
    List<Key> keys(@Nullable Argument groupBy, Map<String, Field> fields, RowScope row) {
        if (groupBy instanceof Argument.Items items) {
            items.items().forEach(item -> add(item, fields, row, ""));
        }
        return keys;
    }

    private void add(Argument item, Map<String, Field> fields, RowScope row, String path) {
        Map.Entry<String, Argument> only = OrderPlanner.only(item, "groupBy", "[{genre: true}, {createdAt: MONTH}]");
        Field field = fields.get(only.getKey());
        if (field == null) {
            throw new IllegalStateException("no field " + only.getKey());
        }
        if (only.getValue() instanceof Argument.Members) {
            RowScope related = joins.join(field, row).scope();
            add(only.getValue(), context.fields(field.type()), related, path + field.name() + ".");
            return;
        }
        Object by = ((Argument.Leaf) only.getValue()).current();
        if (by == null || by.equals(false)) {
            throw refusal(
                    "'" + path + field.name() + "' in 'groupBy' is " + by + "; leave it out, or say true or a period");
        }
        key(field, row, path + field.name(), by.equals(true) ? SurfaceNames.VALUE : (String) by);
    }

    private void key(Field field, RowScope row, String path, String bucket) {
        if (keys.stream().anyMatch(key -> key.field().name().equals(path))) {
            throw refusal("'" + path + "' stands twice in 'groupBy'; a field is grouped by in one way");
        }
        ValueType type = row.valueType(field);
        if (row.value(field) instanceof SqlExpr.JsonValue) {
            context.require(Capability.JSON_AGGREGATES, "'" + path + "' in 'groupBy', inside a JSON document,");
        }
        SqlExpr value = bucket.equals(SurfaceNames.VALUE)
                ? new SqlAggregation.GroupKey(row.value(field), type.type(), type.sql())
                : new TimeBucket(TimeBucket.Unit.valueOf(bucket), row.value(field), type.type(), type.sql());
        TypeRef of = field.type();
        Field key = AggregateValue.virtual(path, new TypeRef(of.kind(), of.name(), true, false, false));
        groups.key(key, value, AggregateValue.grouped(type));
        keys.add(new Key(key, bucket));
    }

    /** The key of that path. */
    static Key key(List<Key> keys, String path, String where) {
        return keys.stream()
                .filter(key -> key.field().name().equals(path))
                .findFirst()
                .orElseThrow(() -> refusal("'" + path + "' in '" + where + "' is not grouped by; add it to 'groupBy'"));
    }

    static FraiseqlException refusal(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
