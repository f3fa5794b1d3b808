package io.fraiseql.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The values of a stored field in the images of events and those that clients write, in one form that compares as the field's type says. Immutable. */
final class ImageValue {

    private final Field field;
    private final ColumnType type;
    private final @Nullable UnaryOperator<Object> conversion;
    private final @Nullable EnumType names;

    /** @param field a stored field that is no list */
    ImageValue(Field field, Model model, String dialect) {
        ValueType stored = ValueType.of(field, model, dialect);
        boolean enumeration = field.type().kind() == TypeRef.Kind.ENUM;
        this.field = field;
        this.type = stored.type();
        this.names = enumeration ? model.enums().get(field.type().name()) : null;
        this.conversion = enumeration ? null : FieldConversion.of(model, field, stored);
    }

    /** Whether values have an order. */
    boolean ordered() {
        return type != ColumnType.DURATION;
    }

    /** What a client wrote. */
    Comparable<?> ofClient(Object coerced) {
        Object value = conversion == null ? coerced : conversion.apply(coerced);
        return switch (type) {
            case FLOAT32 -> ((Double) value).floatValue();
            case UUID -> value.toString();
            case DATETIME -> ((OffsetDateTime) value).toInstant();
            case BYTES -> Base64.getEncoder().encodeToString((byte[]) value);
            case BOOLEAN, INT, BIGINT, FLOAT, DECIMAL, TEXT, LOCAL_DATETIME, DATE, TIME, DURATION, JSON ->
                (Comparable<?>) value;
        };
    }

    /**
     * What an event has; null for a null.
     *
     * @throws RuleEvaluationException when it has no such value
     */
    @Nullable
    Comparable<?> ofEvent(EventRow row) {
        JsonNode node = node(row);
        if (node.isNull()) {
            return null;
        }
        try {
            return read(node);
        } catch (RuntimeException e) {
            throw new RuleEvaluationException("the event's `" + field.name() + "` does not fit its type");
        }
    }

    /** Whether an event has a null. */
    boolean isNull(EventRow row) {
        return node(row).isNull();
    }

    private JsonNode node(EventRow row) {
        JsonNode node = row.row().get(field.name());
        if (node == null) {
            throw new RuleEvaluationException("the event has no `" + field.name() + "`");
        }
        return node;
    }

    private Comparable<?> read(JsonNode node) {
        String text = node.asText();
        return switch (type) {
            case BOOLEAN -> node.booleanValue();
            case INT, BIGINT -> Long.valueOf(text);
            case FLOAT32 -> Float.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case UUID -> text.toLowerCase(Locale.ROOT);
            case DATETIME -> OffsetDateTime.parse(text).toInstant();
            case LOCAL_DATETIME -> LocalDateTime.parse(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case TEXT -> name(text);
            case DURATION, BYTES, JSON -> text;
        };
    }

    /** Functions of the database may write of an enum what is stored, and not its name. */
    private String name(String text) {
        if (names == null || names.values().containsKey(text)) {
            return text;
        }
        return names.values().entrySet().stream()
                .filter(value -> value.getValue().stored().equals(text))
                .map(value -> value.getKey())
                .findFirst()
                .orElse(text);
    }

    /** Texts by their code points, all else as it compares by itself. */
    @SuppressWarnings("unchecked") // both are of one field
    static int compare(Comparable<?> a, Comparable<?> b) {
        if (a instanceof String first && b instanceof String second) {
            return Arrays.compareUnsigned(
                    first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
        }
        return ((Comparable<Object>) a).compareTo(b);
    }
}
