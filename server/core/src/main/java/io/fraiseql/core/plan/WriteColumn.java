package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A stored field of a written type: its column, and how a client's value becomes one of it. Immutable. */
public final class WriteColumn {

    private final Field field;
    private final String name;
    private final ValueType type;
    private final @Nullable UnaryOperator<Object> conversion;
    private final boolean required;

    WriteColumn(Field field, Model model, String dialect) {
        this.field = field;
        this.name = field.column().get(dialect);
        this.type = ValueType.of(field, model, dialect);
        this.conversion = FieldConversion.of(model, field, type);
        boolean generated = type.sql() != null && type.sql().generated();
        this.required = !generated && WritableFields.isRequired(field, dialect);
    }

    /** The GraphQL name of the field. */
    public String field() {
        return field.name();
    }

    /** How it is bound and read. */
    public ColumnType type() {
        return type.type();
    }

    /** Whether a new row must have a value for it. */
    public boolean isRequired() {
        return required;
    }

    /** Whether the database fills it when it is left out. */
    public boolean hasDefault() {
        return type.sql() != null && type.sql().hasDefault();
    }

    /** Whether the database numbers rows by it when it is left out. */
    public boolean isIdentity() {
        return type.sql() != null && type.sql().identity();
    }

    /** Whether it holds values of an enum. */
    public boolean isEnum() {
        return field.type().kind() == TypeRef.Kind.ENUM;
    }

    /** Whether it is the column of that name. */
    public boolean is(String column) {
        return name.equals(column);
    }

    Field definition() {
        return field;
    }

    String name() {
        return name;
    }

    ValueType valueType() {
        return type;
    }

    /**
     * The value to bind, checked against what is known of the column, so that every database refuses the same.
     *
     * @param value coerced
     * @throws FraiseqlException {@link CoreErrorCode#BAD_USER_INPUT} naming the field
     */
    public @Nullable Object bound(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(element == null ? null : convert(element)));
            return BindSource.jsonText(elements);
        }
        Object converted = convert(value);
        SqlType sql = type.sql();
        if (converted instanceof String text) {
            checkText(text, sql);
        } else if (converted instanceof BigDecimal number && sql != null) {
            checkDecimal(number, sql);
        } else if (converted instanceof Long number && sql != null) {
            checkWhole(number, sql);
        }
        return converted;
    }

    private Object convert(Object value) {
        return conversion == null ? value : conversion.apply(value);
    }

    private void checkText(String text, @Nullable SqlType sql) {
        Integer length = sql == null || type.type() != ColumnType.TEXT ? null : sql.length();
        if (length != null && text.codePointCount(0, text.length()) > length) {
            throw refused("has more than " + length + " characters");
        }
    }

    private void checkDecimal(BigDecimal number, SqlType sql) {
        if (sql.precision() == null) {
            return;
        }
        int scale = sql.scale() == null ? 0 : sql.scale();
        BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.precision() > sql.precision()) {
            throw refused("has more than " + (sql.precision() - scale) + " digits before the point");
        }
    }

    private void checkWhole(long number, SqlType sql) {
        long bound =
                switch (sql.type().toLowerCase(Locale.ROOT)) {
                    case "smallint", "int2" -> Short.MAX_VALUE;
                    case "tinyint" -> Byte.MAX_VALUE;
                    default -> Long.MAX_VALUE;
                };
        if (number > bound || number < -bound - 1) {
            throw refused("must be between " + (-bound - 1) + " and " + bound);
        }
    }

    private FraiseqlException refused(String why) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, "'" + field.name() + "' " + why);
    }
}
