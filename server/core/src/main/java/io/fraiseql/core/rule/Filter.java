package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** What a place of a template does with its value before it is written. */
interface Filter {

    List<String> NAMES = List.of("json", "upper", "lower", "default", "date", "money");

    /** @param value a null node where it is null */
    JsonNode apply(JsonNode value);

    /** How what it makes of a value is read. */
    default ValueKind kind(ValueKind before) {
        return ValueKind.TEXT;
    }

    /**
     * The filter of a name.
     *
     * @param argument what stands in its parentheses; null when there are none
     * @throws IllegalArgumentException when there is none, or the argument is not one of it
     */
    static Filter of(String name, @Nullable String argument) {
        boolean takes = name.equals("default") || name.equals("date");
        if (takes == (argument == null)) {
            throw new IllegalArgumentException(
                    takes ? "`" + name + "` needs a text: " + name + "(\"…\")" : "`" + name + "` takes no argument");
        }
        String given = argument == null ? "" : argument;
        return switch (name) {
            case "upper" -> value -> text(value, value.asText().toUpperCase(Locale.ROOT));
            case "lower" -> value -> text(value, value.asText().toLowerCase(Locale.ROOT));
            case "default" -> new Otherwise(given);
            case "date" -> date(given);
            default -> new Money();
        };
    }

    /** Another text where there is no value. */
    record Otherwise(String text) implements Filter {

        @Override
        public JsonNode apply(JsonNode value) {
            return value.isNull() ? new TextNode(text) : value;
        }

        @Override
        public ValueKind kind(ValueKind before) {
            return before == ValueKind.JSON || JsonShape.isJson(text) ? before : ValueKind.TEXT;
        }
    }

    /** Two digits after the point. */
    record Money() implements Filter {

        @Override
        public JsonNode apply(JsonNode value) {
            return text(value, value.isNull() ? "" : money(value));
        }

        @Override
        public ValueKind kind(ValueKind before) {
            return ValueKind.NUMBER;
        }
    }

    private static JsonNode text(JsonNode value, String text) {
        return value.isNull() ? value : new TextNode(text);
    }

    private static Filter date(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        if (formatter
                .format(OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC))
                .isBlank()) {
            throw new IllegalArgumentException("a date needs a pattern such as \"yyyy-MM-dd\"");
        }
        return value -> text(value, value.isNull() ? "" : format(formatter, value.asText()));
    }

    private static String format(DateTimeFormatter formatter, String text) {
        TemporalAccessor time = time(text);
        try {
            return formatter.format(time);
        } catch (DateTimeException e) {
            throw new RuleEvaluationException("`" + text + "` has no zone, for which the pattern asks");
        }
    }

    /** A date begins at midnight in UTC; what has no zone gets none. */
    private static TemporalAccessor time(String text) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return localTime(text);
        }
    }

    private static TemporalAccessor localTime(String text) {
        try {
            return (TemporalAccessor) ValueKind.LOCAL_TIME.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RuleEvaluationException("`" + text + "` is neither a date nor a date-time");
        }
    }

    /** Two digits after the point, halves away from zero. */
    private static String money(JsonNode value) {
        try {
            return new BigDecimal(value.asText())
                    .setScale(2, RoundingMode.HALF_UP)
                    .toPlainString();
        } catch (NumberFormatException e) {
            throw new RuleEvaluationException("`" + value.asText() + "` is not a number");
        }
    }
}
