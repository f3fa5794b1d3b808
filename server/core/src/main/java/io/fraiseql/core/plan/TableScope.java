package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of a table or view: fields are its columns, or members of the document it holds. */
final class TableScope implements RowScope {

    private static final String COMPUTED_PREFIX = "=";

    private final PlanContext context;
    private final ObjectType type;
    private final List<String> relation;
    private final String alias;

    TableScope(PlanContext context, ObjectType type, List<String> relation, String alias) {
        this.context = context;
        this.type = type;
        this.relation = relation;
        this.alias = alias;
    }

    @Override
    public SqlExpr value(Field field) {
        ValueType valueType = valueType(field);
        boolean nullable = field.type().nullable();
        if (field.computed() != null) {
            return new SqlExpr.Column(
                    alias, COMPUTED_PREFIX + field.name(), valueType.type(), valueType.sql(), nullable);
        }
        String column = field.column().get(context.dialect.name());
        if (!field.path().isEmpty()) {
            SqlExpr document = new SqlExpr.Column(alias, column, ColumnType.JSON, null, true);
            return new SqlExpr.JsonValue(document, field.path(), valueType.type());
        }
        return switch (type.source().kind()) {
            case COLUMNS -> new SqlExpr.Column(alias, column, valueType.type(), valueType.sql(), nullable);
            case DOCUMENT ->
                new SqlExpr.JsonValue(
                        new SqlExpr.Column(alias, type.source().jsonColumn(), ColumnType.JSON, null, false),
                        List.of(column),
                        valueType.type());
            case EMBEDDED -> throw new IllegalStateException(type.name() + " has no source");
        };
    }

    @Override
    public ValueType valueType(Field field) {
        return ValueType.of(field, context.model, context.dialect.name());
    }

    @Override
    public @Nullable ValueType columnType(String name) {
        Field field = fieldOf(name);
        return field == null ? null : valueType(field);
    }

    @Override
    public SqlExpr column(String name, ValueType type) {
        Field field = fieldOf(name);
        return field == null ? new SqlExpr.Column(alias, name, type.type(), type.sql(), true) : value(field);
    }

    private @Nullable Field fieldOf(String column) {
        if (type.source().kind() != io.fraiseql.core.model.Source.Kind.COLUMNS) {
            return null;
        }
        for (Field field : type.fields().values()) {
            if (field.isColumn() && field.column().get(context.dialect.name()).equals(column)) {
                return field;
            }
        }
        return null;
    }

    @Override
    public RowScope member(String typeName) {
        return typeName.equals(type.name()) ? this : new TableScope(context, context.type(typeName), relation, alias);
    }

    @Override
    public Source source() {
        Map<String, String> computed = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            if (field.computed() != null) {
                computed.put(COMPUTED_PREFIX + field.name(), field.computed().get(context.dialect.name()));
            }
        }
        return context.table(relation, alias, computed);
    }
}
