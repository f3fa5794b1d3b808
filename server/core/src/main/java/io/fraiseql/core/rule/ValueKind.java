package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.json.IsoDuration;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** How the values of a field are compared: by what they mean, however they are written. */
enum ValueKind {
    NUMBER("a number", BigDecimal::new),
    TEXT("a text", text -> text),
    BOOLEAN("true or false", ValueKind::truth),
    TIME("a date-time such as '2026-01-31T12:00:00Z'", text -> OffsetDateTime.parse(text)
            .toInstant()),
    LOCAL_TIME("a local date-time such as '2026-01-31T12:00:00'", ValueKind::localTime),
    TIME_OF_DAY("a time such as '12:00:00'", LocalTime::parse),
    DURATION("a duration such as 'PT2H30M'", text -> IsoDuration.parse(text).length()),
    DATE("a date such as '2026-01-31'", LocalDate::parse),
    UUID("a UUID", text -> java.util.UUID.fromString(text)),
    /** Whatever the document has there. */
    JSON("a JSON value", text -> text);

    private static final int DATE_LENGTH = "2026-01-31".length();

    private final String words;
    private final Function<String, Comparable<?>> parser;

    ValueKind(String words, Function<String, Comparable<?>> parser) {
        this.words = words;
        this.parser = parser;
    }

    /** What such a value looks like. */
    String words() {
        return words;
    }

    /** Why a local date-time is not compared with moments. */
    static String withoutZone(String text) {
        return "`" + text
                + "` has no zone and so is at no certain moment; when the column is in UTC, declare the field DateTime";
    }

    /** The kind of a field of the schema. */
    static ValueKind of(TypeRef type, @Nullable ColumnType column) {
        if (type.list()) {
            return JSON;
        }
        if (type.kind() != TypeRef.Kind.SCALAR || column == null) {
            return TEXT;
        }
        return switch (column) {
            case BOOLEAN -> BOOLEAN;
            case INT, BIGINT, FLOAT32, FLOAT, DECIMAL -> NUMBER;
            case UUID -> UUID;
            case DATETIME -> TIME;
            case LOCAL_DATETIME -> LOCAL_TIME;
            case DATE -> DATE;
            case TIME -> TIME_OF_DAY;
            case DURATION -> DURATION;
            case JSON -> JSON;
            case TEXT, BYTES -> TEXT;
        };
    }

    /**
     * A value that is written out.
     *
     * @throws IllegalArgumentException when it is not of this kind
     */
    Comparable<?> parse(String text) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not " + words, e);
        }
    }

    /**
     * A value of an event.
     *
     * @param node not null
     */
    Comparable<?> read(JsonNode node, String path) {
        boolean fits = this == BOOLEAN ? node.isBoolean() : this == NUMBER ? !node.isContainerNode() : node.isTextual();
        try {
            if (fits) {
                return this == NUMBER && node.isNumber() ? node.decimalValue() : parse(node.asText());
            }
        } catch (IllegalArgumentException e) {
            throw new RuleEvaluationException("`" + path + "` holds what is not " + words);
        }
        throw new RuleEvaluationException("`" + path + "` holds what is not " + words);
    }

    /** As events have it, or with the blank that databases write in place of the letter. */
    private static LocalDateTime localTime(String text) {
        boolean blank = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        return LocalDateTime.parse(
                blank ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1) : text);
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException();
        };
    }
}
