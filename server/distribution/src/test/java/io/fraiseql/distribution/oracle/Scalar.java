package io.fraiseql.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** The scalars that the oracle knows, each with the Java class of its values. */
public enum Scalar {
    /** {@link Long}. */
    INT,
    /** {@link Long}. */
    BIGINT,
    /** {@link Double}. */
    FLOAT,
    /** {@link BigDecimal}. */
    DECIMAL,
    /** {@link String}. */
    STRING,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link UUID}. */
    UUID,
    /** {@link LocalDate}. */
    DATE,
    /** {@link LocalTime}. */
    TIME,
    /** {@link LocalDateTime}. */
    LOCALDATETIME,
    /** {@link Instant}. */
    DATETIME,
    /** {@link String} in base64. */
    BYTES,
    /** {@link JsonNode}. */
    JSON,
    /** The {@link String} that an enum stores; clients write its name, which has {@code _} for a space. */
    MOOD,
    /** {@link JsonNode}, an array of texts. */
    TEXTS;

    /** Those that introspection finds on every database; the others need an author. */
    public static final List<Scalar> EVERYWHERE = Stream.of(values())
            .filter(scalar -> scalar != JSON && scalar != MOOD && scalar != TEXTS)
            .toList();

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    /** The scalar of a GraphQL name. */
    public static Scalar of(String name) {
        return name.equals("[String!]") ? TEXTS : valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The value that a client means. */
    Object parse(Object raw) {
        String text = String.valueOf(raw);
        return switch (this) {
            case INT, BIGINT -> Long.valueOf(text);
            case FLOAT -> Double.valueOf(text) + 0.0;
            case DECIMAL -> new BigDecimal(text);
            case STRING, BYTES, MOOD -> text;
            case JSON, TEXTS -> Json.of(raw);
            case BOOLEAN -> (Boolean) raw;
            case UUID -> java.util.UUID.fromString(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case LOCALDATETIME -> LocalDateTime.parse(text);
            case DATETIME -> OffsetDateTime.parse(text).toInstant();
        };
    }

    /** Orders two values. */
    int compare(Object a, Object b) {
        return switch (this) {
            case INT, BIGINT -> Long.compare((Long) a, (Long) b);
            case FLOAT -> Double.compare((Double) a, (Double) b);
            case DECIMAL -> ((BigDecimal) a).compareTo((BigDecimal) b);
            case BOOLEAN -> Boolean.compare((Boolean) a, (Boolean) b);
            case DATE -> ((LocalDate) a).compareTo((LocalDate) b);
            case TIME -> ((LocalTime) a).compareTo((LocalTime) b);
            case LOCALDATETIME -> ((LocalDateTime) a).compareTo((LocalDateTime) b);
            case DATETIME -> ((Instant) a).compareTo((Instant) b);
            case JSON, TEXTS -> throw new IllegalArgumentException("JSON has no order");
            case STRING, UUID, BYTES, MOOD -> codePoints(a.toString(), b.toString());
        };
    }

    private static int codePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    }

    /** The value as an answer shows it. */
    public JsonNode json(Object value, int scale) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (this) {
            case INT -> nodes.numberNode((Long) value);
            case FLOAT -> nodes.numberNode((Double) value);
            case BOOLEAN -> nodes.booleanNode((Boolean) value);
            case JSON, TEXTS -> (JsonNode) value;
            default -> nodes.textNode(text(value, scale));
        };
    }

    private String text(Object value, int scale) {
        return switch (this) {
            case DECIMAL -> ((BigDecimal) value).setScale(scale).toPlainString();
            case DATE -> DAY.format((LocalDate) value);
            case TIME -> time((LocalTime) value);
            case LOCALDATETIME -> dateTime((LocalDateTime) value);
            case DATETIME -> dateTime(LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC)) + "Z";
            default -> value.toString();
        };
    }

    private static String dateTime(LocalDateTime value) {
        return DAY.format(value) + "T" + time(value.toLocalTime());
    }

    private static String time(LocalTime value) {
        return (value.getNano() == 0 ? SECONDS : MICROS).format(value);
    }
}
