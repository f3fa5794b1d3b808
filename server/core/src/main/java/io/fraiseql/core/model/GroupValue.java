package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * A value of a group by its path in the answer: {@code count}, {@code sum.revenue} or {@code keys.customer.region}.
 *
 * @param path GraphQL names
 */
public record GroupValue(List<String> path) {

    private static final String KEYS = "keys";
    private static final String COUNT = "count";

    public GroupValue {
        path = List.copyOf(path);
    }

    /** Whether it is what groups have in common. */
    public boolean isKey() {
        return path.size() > 1 && path.get(0).equals(KEYS);
    }

    /** Whether it is the number of rows. */
    public boolean isCount() {
        return path.equals(List.of(COUNT));
    }

    /** Of a key the path behind {@code keys}. */
    public String key() {
        return String.join(".", path.subList(1, path.size()));
    }

    /** Of an aggregate its function; null for others. */
    public @Nullable AggregateFunction function() {
        return path.size() == 2 && !isKey() ? AggregateFunction.of(path.get(0)) : null;
    }

    /** Of an aggregate the field. */
    public String field() {
        return path.get(1);
    }

    /** The type of the value; null when groups of the type have no such value. */
    public @Nullable TypeRef type(ObjectType type, Model model) {
        if (isCount()) {
            return AggregateWindow.scalar("Int", false);
        }
        if (isKey()) {
            return key(type, 1, model);
        }
        AggregateFunction function = function();
        Field field = function == null ? null : type.field(field());
        String scalar =
                function == null || field == null ? null : function.fields().result(field, model);
        return scalar == null ? null : AggregateWindow.scalar(scalar, true);
    }

    private @Nullable TypeRef key(ObjectType type, int from, Model model) {
        Field field = type.field(path.get(from));
        if (field == null) {
            return null;
        }
        if (from == path.size() - 1) {
            TypeRef of = field.type();
            return AggregateFunction.groupable(field, model)
                    ? new TypeRef(of.kind(), of.name(), true, false, false)
                    : null;
        }
        Relation relation = field.relation();
        ObjectType target = relation == null || relation.many()
                ? null
                : model.type(field.type().name());
        return target == null ? null : key(target, from + 1, model);
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
