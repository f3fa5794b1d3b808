package io.fraiseql.core.plan;

import io.fraiseql.core.cursor.Cursor;
import io.fraiseql.core.cursor.KeyValue;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.scalar.JsonTexts;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where the value of a slot comes from when a plan runs. Immutable; called from any thread. */
public interface BindSource {

    /**
     * The value to bind.
     *
     * @param variables the coerced variables of the request
     */
    @Nullable
    Object value(Map<String, Object> variables);

    /** A literal of the document or a constant of the plan. */
    record Constant(@Nullable Object constant) implements BindSource {
        @Override
        public @Nullable Object value(Map<String, Object> variables) {
            return constant;
        }
    }

    /** A part of a variable: member names and list indexes from its value. */
    record Variable(String name, List<Object> path) implements BindSource {
        public Variable {
            path = List.copyOf(path);
        }

        @Override
        public @Nullable Object value(Map<String, Object> variables) {
            Object value = variables.get(name);
            for (Object step : path) {
                value = step(value, step);
            }
            return value;
        }
    }

    private static @Nullable Object step(@Nullable Object value, Object step) {
        if (value instanceof List<?> list && step instanceof Integer index) {
            return list.get(index);
        }
        if (value instanceof Map<?, ?> members) {
            return members.get(step);
        }
        throw new IllegalStateException("a variable does not have the shape that its plan was made for");
    }

    /** A list literal with variables in it. */
    record Elements(List<BindSource> elements) implements BindSource {
        @Override
        public Object value(Map<String, Object> variables) {
            List<Object> values = new ArrayList<>(elements.size());
            for (BindSource element : elements) {
                Object value = element.value(variables);
                if (value == null) {
                    throw new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, "a list operand cannot hold null");
                }
                values.add(value);
            }
            return values;
        }
    }

    /** An input object; members whose variable is left out are left out. */
    record Members(Map<String, BindSource> members) implements BindSource {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public Object value(Map<String, Object> variables) {
            Map<String, Object> values = new LinkedHashMap<>();
            members.forEach((name, source) -> {
                boolean absent = source instanceof Variable variable && !variables.containsKey(variable.name());
                if (!absent) {
                    values.put(name, source.value(variables));
                }
            });
            return values;
        }
    }

    /** A list of input objects, or of values with nulls among them. */
    record Items(List<BindSource> items) implements BindSource {
        @Override
        public Object value(Map<String, Object> variables) {
            List<Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value(variables)));
            return values;
        }
    }

    /** Another source's value, converted; lists element by element. */
    record Converted(BindSource source, UnaryOperator<Object> conversion) implements BindSource {
        @Override
        public @Nullable Object value(Map<String, Object> variables) {
            Object value = source.value(variables);
            if (value instanceof List<?> list) {
                List<Object> converted = new ArrayList<>(list.size());
                list.forEach(element -> converted.add(conversion.apply(element)));
                return converted;
            }
            return value == null ? null : conversion.apply(value);
        }
    }

    /** A list that must not be empty. */
    record NotEmpty(String field, BindSource source) implements BindSource {
        @Override
        public @Nullable Object value(Map<String, Object> variables) {
            Object value = source.value(variables);
            if (value instanceof List<?> list && list.isEmpty()) {
                throw new FraiseqlException(
                        CoreErrorCode.BAD_USER_INPUT,
                        "the list that '" + field
                                + "' is compared with is empty; a write needs a filter that says which rows");
            }
            return value;
        }
    }

    /** A list of scalars as the text of a JSON array. */
    record JsonArray(BindSource source) implements BindSource {
        @Override
        public @Nullable Object value(Map<String, Object> variables) {
            Object value = source.value(variables);
            return value instanceof List<?> list ? jsonText(list) : null;
        }
    }

    /** The JSON text of a list of scalars, which may hold nulls. */
    static String jsonText(List<?> list) {
        List<Object> plain = new ArrayList<>(list.size());
        for (Object element : list) {
            boolean asItIs = element == null || element instanceof Number || element instanceof Boolean;
            plain.add(asItIs ? element : String.valueOf(element));
        }
        return JsonTexts.of(plain);
    }

    /** A page's limit or offset, checked against the largest allowed. */
    record PageBound(String argument, BindSource source, long max) implements BindSource {
        @Override
        public Object value(Map<String, Object> variables) {
            return check(argument, source.value(variables), max);
        }

        static long check(String argument, @Nullable Object value, long max) {
            if (!(value instanceof Long number) || number < 0) {
                throw new FraiseqlException(
                        CoreErrorCode.BAD_USER_INPUT, "'" + argument + "' must be an integer that is not negative");
            }
            if (number > max) {
                throw new FraiseqlException(
                        CoreErrorCode.BAD_USER_INPUT,
                        "'" + argument + "' is " + number + ", more than the largest allowed, " + max);
            }
            return number;
        }
    }

    /** A value of a cursor that a client sent. */
    record CursorValue(BindSource source, String argument, long head, int index, ColumnType type)
            implements BindSource {
        @Override
        public Object value(Map<String, Object> variables) {
            try {
                return KeyValue.of(check(source.value(variables)).values().get(index), type);
            } catch (IllegalArgumentException e) {
                throw refusal();
            }
        }

        CursorValue at(int newIndex, ColumnType newType) {
            return new CursorValue(source, argument, head, newIndex, newType);
        }

        /** The cursor, if it is of the right order. */
        Cursor check(@Nullable Object value) {
            if (value instanceof Cursor cursor && (cursor == Cursor.SAMPLE || cursor.order() == head)) {
                return cursor;
            }
            throw refusal();
        }

        FraiseqlException refusal() {
            return new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "the cursor in '" + argument + "' is of another list or another order; use one of this list in this"
                            + " 'orderBy', or start again without");
        }
    }

    /** The last row number of a page: limit plus offset. */
    record Sum(BindSource first, BindSource second) implements BindSource {
        @Override
        public Object value(Map<String, Object> variables) {
            return number(first.value(variables)) + number(second.value(variables));
        }

        private static long number(@Nullable Object value) {
            return value instanceof Long number ? number : 0;
        }
    }
}
