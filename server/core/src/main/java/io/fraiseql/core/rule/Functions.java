package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The functions of conditions. Thread-safe. */
final class Functions {

    static final Set<String> PREDICATES = Set.of("changed", "changed_to", "changed_from", "has_field");
    static final Set<String> VALUES = Set.of("length", "lower", "now", "days_since");

    private final Clock clock;

    Functions(Clock clock) {
        this.clock = clock;
    }

    /** The name without its alias {@code field_…}. */
    static String name(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return lower.startsWith("field_changed") ? lower.substring("field_".length()) : lower;
    }

    /** @param path of the row itself, without {@code old} and {@code new}; of events with both images */
    static Predicate changed(Path path) {
        Path before = path.before();
        return row -> Truth.of(Comparisons.differs(path, before.value(row), path.value(row)));
    }

    static Predicate hasField(Path path) {
        return row -> Truth.of(path.find(row) != null);
    }

    Operand value(String name, List<Operand> arguments, Token at) {
        String text = name + "(" + (arguments.isEmpty() ? "" : arguments.get(0).text()) + ")";
        return switch (name) {
            case "now" -> Operand.computed(ValueKind.TIME, text, at.at(), (row, as) -> clock.instant());
            case "lower" -> lower(require(arguments.get(0), ValueKind.TEXT), text, at);
            case "length" -> length(arguments.get(0), text, at);
            default -> daysSince(arguments.get(0), text, at);
        };
    }

    private static Operand lower(Operand of, String text, Token at) {
        return Operand.computed(ValueKind.TEXT, text, at.at(), (row, as) -> {
            Comparable<?> value = of.value(row, ValueKind.TEXT);
            return value == null ? null : value.toString().toLowerCase(Locale.ROOT);
        });
    }

    /** Characters of a text, elements of a list. */
    private static Operand length(Operand of, String text, Token at) {
        Path path = of.path();
        if (path == null || path.kind() != ValueKind.JSON && path.kind() != ValueKind.TEXT) {
            throw new RuleSyntaxException(of.at(), "`length` is for fields that are texts or lists");
        }
        return Operand.computed(ValueKind.NUMBER, text, at.at(), (row, as) -> length(path.value(row), path));
    }

    private static @Nullable BigDecimal length(JsonNode node, Path path) {
        if (node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            return BigDecimal.valueOf(node.size());
        }
        String value = ValueKind.TEXT.read(node, path.text()).toString();
        return BigDecimal.valueOf(value.codePointCount(0, value.length()));
    }

    /** Whole and parts of days of 24 hours; a date begins at midnight in UTC. */
    private Operand daysSince(Operand of, String text, Token at) {
        ValueKind kind = of.kind();
        if (kind == ValueKind.LOCAL_TIME) {
            throw new RuleSyntaxException(of.at(), ValueKind.withoutZone(of.text()));
        }
        if (kind != ValueKind.TIME && kind != ValueKind.DATE) {
            throw new RuleSyntaxException(
                    of.at(), "`days_since` is for dates and date-times, and `" + of.text() + "` is " + kind.words());
        }
        return Operand.computed(ValueKind.NUMBER, text, at.at(), (row, as) -> {
            Comparable<?> value = of.value(row, kind);
            return value == null ? null : days(value);
        });
    }

    private BigDecimal days(Comparable<?> since) {
        Instant start = since instanceof LocalDate date
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : (Instant) since;
        long seconds = Duration.between(start, clock.instant()).getSeconds();
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(Duration.ofDays(1).getSeconds()), 6, java.math.RoundingMode.FLOOR);
    }

    private static Operand require(Operand operand, ValueKind kind) {
        if (operand.kind() != kind && operand.kind() != ValueKind.JSON) {
            throw new RuleSyntaxException(
                    operand.at(),
                    "`" + operand.text() + "` is " + operand.kind().words() + ", not " + kind.words());
        }
        return operand;
    }
}
