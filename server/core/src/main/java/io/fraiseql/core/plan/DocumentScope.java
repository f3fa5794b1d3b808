package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Source;
import java.util.ArrayList;
import java.util.List;

/** An object inside a JSON document. */
final class DocumentScope implements RowScope {

    private final PlanContext context;
    private final SqlExpr document;

    DocumentScope(PlanContext context, SqlExpr document) {
        this.context = context;
        this.document = document;
    }

    @Override
    public SqlExpr value(Field field) {
        String key = field.column().get(context.dialect.name());
        if (document instanceof SqlExpr.JsonValue outer) {
            List<String> path = new ArrayList<>(outer.path());
            path.add(key);
            return new SqlExpr.JsonValue(
                    outer.document(), path, valueType(field).type());
        }
        return new SqlExpr.JsonValue(document, List.of(key), valueType(field).type());
    }

    @Override
    public ValueType valueType(Field field) {
        return new ValueType(
                ValueType.of(field, context.model, context.dialect.name()).type(), null);
    }

    @Override
    public @Nullable ValueType columnType(String name) {
        return null;
    }

    @Override
    public SqlExpr column(String name, ValueType type) {
        throw new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT, "a relation of an embedded object cannot be filtered or ordered by");
    }

    @Override
    public RowScope member(String typeName) {
        return this;
    }

    @Override
    public Source source() {
        throw new IllegalStateException("an embedded object has no source");
    }
}
