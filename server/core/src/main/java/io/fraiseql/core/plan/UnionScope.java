package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Source;
import io.fraiseql.spi.sql.SqlRelation.Subquery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of an interface or union whose members have sources of their own: the sources joined by UNION ALL, with the columns that the
 * operation asks for and typed nulls where a member lacks one. The text column {@link #TYPE} holds the member's name.
 */
final class UnionScope implements RowScope {

    static final String TYPE = "type";

    private final PlanContext context;
    private final String alias;
    private final Map<String, TableScope> members = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** One column of the union: the value in each member, by the member's name. */
    private record Column(ValueType type, Map<String, SqlExpr> values) {}

    UnionScope(PlanContext context, List<String> memberNames, String alias) {
        this.context = context;
        this.alias = alias;
        for (String name : memberNames) {
            ObjectType type = context.type(name);
            List<String> relation = type.source().relation().get(context.dialect.name());
            members.put(name, new TableScope(context, type, relation, context.nextAlias()));
        }
    }

    SqlExpr typeName() {
        return new SqlExpr.Column(alias, TYPE, ColumnType.TEXT, null, false);
    }

    @Override
    public SqlExpr value(Field field) {
        ValueType type = valueType(field);
        columns.computeIfAbsent("f " + field.name(), name -> {
            Map<String, SqlExpr> values = new LinkedHashMap<>();
            members.forEach((member, scope) -> values.put(member, memberValue(member, scope, field)));
            return new Column(type, values);
        });
        return new SqlExpr.Column(
                alias,
                "f " + field.name(),
                type.type(),
                type.sql(),
                field.type().nullable());
    }

    private SqlExpr memberValue(String member, TableScope scope, Field field) {
        Field own = context.type(member).field(field.name());
        if (own == null) {
            throw new IllegalStateException(member + " lacks the field " + field.name());
        }
        ValueType type = scope.valueType(own);
        return new SqlExpr.Read(scope.value(own), type.type(), type.sql());
    }

    @Override
    public ValueType valueType(Field field) {
        TableScope first = members.values().iterator().next();
        Field own = context.type(members.keySet().iterator().next()).field(field.name());
        return canonical(first.valueType(own == null ? field : own));
    }

    /** After {@code Read} only how a value is stored still matters. */
    private static ValueType canonical(ValueType type) {
        SqlType sql = type.sql();
        return new ValueType(type.type(), sql != null && sql.storage() != null ? sql : null);
    }

    @Override
    public @Nullable ValueType columnType(String name) {
        for (TableScope scope : members.values()) {
            ValueType type = scope.columnType(name);
            if (type != null) {
                return canonical(type);
            }
        }
        return null;
    }

    @Override
    public SqlExpr column(String name, ValueType type) {
        Map<String, SqlExpr> values = new LinkedHashMap<>();
        members.forEach((member, scope) -> values.put(member, scope.column(name, type)));
        return column("k " + name, canonical(type), values);
    }

    private SqlExpr column(String name, ValueType type, Map<String, SqlExpr> values) {
        columns.putIfAbsent(name, new Column(type, values));
        return new SqlExpr.Column(alias, name, type.type(), type.sql(), true);
    }

    @Override
    public RowScope member(String typeName) {
        return new Member(typeName);
    }

    @Override
    public Source source() {
        List<Select> selects = new ArrayList<>();
        members.forEach((member, scope) -> {
            List<SelectItem> items = new ArrayList<>();
            items.add(new SelectItem(
                    new SqlExpr.Read(new SqlExpr.Literal(member, ColumnType.TEXT), ColumnType.TEXT, null), TYPE));
            columns.forEach((name, column) -> {
                SqlExpr value = column.values().get(member);
                items.add(new SelectItem(
                        value == null ? new SqlExpr.Literal(null, column.type().type()) : value, name));
            });
            selects.add(new Select(items, scope.source(), List.of(), null, List.of(), null));
        });
        return new Subquery(selects, alias);
    }

    /** The row seen as one member. */
    private final class Member implements RowScope {

        private final String typeName;

        Member(String typeName) {
            this.typeName = typeName;
        }

        private TableScope scope() {
            TableScope scope = members.get(typeName);
            if (scope == null) {
                throw new IllegalStateException(typeName + " is no member");
            }
            return scope;
        }

        @Override
        public SqlExpr value(Field field) {
            ValueType type = scope().valueType(field);
            return own("m " + typeName + " " + field.name(), scope().value(field), type);
        }

        @Override
        public ValueType valueType(Field field) {
            return own(scope().valueType(field));
        }

        @Override
        public @Nullable ValueType columnType(String name) {
            return scope().columnType(name);
        }

        @Override
        public SqlExpr column(String name, ValueType type) {
            return own("k " + typeName + " " + name, scope().column(name, type), type);
        }

        private SqlExpr own(String name, SqlExpr value, ValueType type) {
            SqlExpr read = new SqlExpr.Read(value, type.type(), type.sql());
            return UnionScope.this.column(name, own(type), Map.of(typeName, read));
        }

        /** A column that is filled from one member alone has that member's scale. */
        private static ValueType own(ValueType type) {
            return type.type() == ColumnType.DECIMAL ? type : canonical(type);
        }

        @Override
        public RowScope member(String name) {
            return name.equals(typeName) ? this : UnionScope.this.member(name);
        }

        @Override
        public Source source() {
            return UnionScope.this.source();
        }
    }
}
