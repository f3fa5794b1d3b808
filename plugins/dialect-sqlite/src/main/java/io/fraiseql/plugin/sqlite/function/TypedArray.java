package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.value.Decimals;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The elements of a JSON array as values of one type, so that equal values are equal objects. A null element equals nothing. */
record TypedArray(Set<Object> elements) {

    static TypedArray of(Object json, ColumnType type) {
        if (!(json instanceof List<?> list)) {
            throw Misfit.of("another JSON value", "an array");
        }
        Set<Object> elements = new HashSet<>();
        for (Object element : list) {
            elements.add(element == JsonReader.NULL ? new Object() : value(element, type));
        }
        return new TypedArray(elements);
    }

    boolean containsAll(TypedArray other) {
        return elements.containsAll(other.elements);
    }

    boolean overlaps(TypedArray other) {
        return other.elements.stream().anyMatch(elements::contains);
    }

    private static Object value(Object json, ColumnType type) {
        return switch (type) {
            case INT, BIGINT, FLOAT, FLOAT32, DECIMAL -> number(json);
            case UUID, BYTES -> text(json, type).toLowerCase(Locale.ROOT);
            default -> json;
        };
    }

    private static Object number(Object json) {
        BigDecimal number =
                json instanceof String text ? Decimals.parse(text) : json instanceof BigDecimal n ? n : null;
        if (number == null) {
            throw Misfit.of("another JSON value", "a number");
        }
        return number.stripTrailingZeros();
    }

    private static String text(Object json, ColumnType type) {
        if (json instanceof String text) {
            return text;
        }
        throw Misfit.of("another JSON value", type + " as text");
    }
}
