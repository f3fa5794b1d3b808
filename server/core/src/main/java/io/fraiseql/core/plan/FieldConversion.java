package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** How a coerced value of a field's scalar or enum becomes what is bound, where that is something else. */
final class FieldConversion {

    private FieldConversion() {}

    /**
     * The conversion of one value that is not null; null when it is bound as it is.
     *
     * @param type of the value or, for a list, of the list
     */
    static @Nullable UnaryOperator<Object> of(Model model, Field field, ValueType type) {
        if (field.type().kind() == TypeRef.Kind.ENUM) {
            EnumType values = model.enums().get(field.type().name());
            if (values == null) {
                throw new IllegalStateException(
                        "the schema has no enum " + field.type().name());
            }
            return name -> values.stored((String) name);
        }
        if (field.type().name().equals("ID") && type.type() != ColumnType.TEXT) {
            return id -> identifier((String) id, type.type(), field.name());
        }
        return null;
    }

    /** An ID as the column stores it. */
    private static Object identifier(String id, ColumnType type, String field) {
        try {
            return type == ColumnType.UUID ? UUID.fromString(id) : (Object) Long.valueOf(id);
        } catch (IllegalArgumentException e) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "'" + field + "' holds " + (type == ColumnType.UUID ? "UUIDs" : "integers")
                            + "; write the ID as one",
                    e);
        }
    }
}
