package io.fraiseql.core.plan;

import io.fraiseql.core.model.Discriminator;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a root field or relation: an object type, or one of the members of an interface or union.
 *
 * @param scope the values of the row
 * @param typeName the text that tells the member; null for an object type
 * @param members the member's name by that text; the type's own name under {@code ""} for an object type
 * @param key the fields that complete an order
 */
record TargetRow(RowScope scope, @Nullable SqlExpr typeName, Map<String, String> members, List<Field> key) {

    static TargetRow of(PlanContext context, TypeRef type, @Nullable List<String> relation) {
        return switch (type.kind()) {
            case OBJECT -> object(context, context.type(type.name()), relation);
            case INTERFACE -> {
                var declared = context.interfaceType(type.name());
                yield member(context, declared.members(), declared.discriminator());
            }
            case UNION -> {
                var declared = context.unionType(type.name());
                yield member(context, declared.members(), declared.discriminator());
            }
            case SCALAR, ENUM -> throw new IllegalStateException(type.name() + " has no rows");
        };
    }

    private static TargetRow object(PlanContext context, ObjectType type, @Nullable List<String> relation) {
        List<String> source = relation == null ? type.source().relation().get(context.dialect.name()) : relation;
        RowScope scope = new TableScope(context, type, source, context.nextAlias());
        return new TargetRow(scope, null, Map.of("", type.name()), keyOf(type));
    }

    private static TargetRow member(PlanContext context, List<String> members, @Nullable Discriminator discriminator) {
        ObjectType first = context.type(members.get(0));
        if (discriminator == null) {
            UnionScope scope = new UnionScope(context, members, context.nextAlias());
            Map<String, String> names = new LinkedHashMap<>();
            members.forEach(name -> names.put(name, name));
            return new TargetRow(scope, scope.typeName(), names, commonKey(context, members));
        }
        String alias = context.nextAlias();
        String dialect = context.dialect.name();
        RowScope scope =
                new TableScope(context, first, first.source().relation().get(dialect), alias);
        SqlExpr typeName = new SqlExpr.Column(alias, discriminator.column().get(dialect), ColumnType.TEXT, null, false);
        return new TargetRow(scope, typeName, discriminator.types(), keyOf(first));
    }

    static List<Field> keyOf(ObjectType type) {
        return type.key().stream().map(name -> type.fields().get(name)).toList();
    }

    /** The key fields of the first member when every member has the same ones; rows of a union are told apart by (type, key). */
    private static List<Field> commonKey(PlanContext context, List<String> members) {
        List<Field> first = keyOf(context.type(members.get(0)));
        boolean common = members.stream().allMatch(name -> same(first, keyOf(context.type(name))));
        return common ? first : List.of();
    }

    private static boolean same(List<Field> left, List<Field> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = left.get(i).name().equals(right.get(i).name())
                    && left.get(i).type().name().equals(right.get(i).type().name());
        }
        return same;
    }

    /** The type of a row that can be of one type only. */
    String onlyMember() {
        return members.values().iterator().next();
    }
}
