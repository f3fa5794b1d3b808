package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.error.Nearest;
import io.fraiseql.spi.Nullable;
import java.util.List;

/** Makes the predicates that compare values, after checking that they can be compared. */
final class Comparisons {

    /** Numbers of documents are compared by value. */
    private static final int SAME = 0;

    private Comparisons() {}

    static Predicate compare(Operand left, Token sign, Operand right) {
        ValueKind kind = common(left, right, sign.at());
        Operand first = fixed(left, kind);
        Operand second = fixed(right, kind);
        requireName(left, right);
        requireName(right, left);
        Ordering ordering = Ordering.of(sign.text());
        if (kind == ValueKind.BOOLEAN && ordering.isOrder()) {
            throw new RuleSyntaxException(
                    sign.at(),
                    "what is true or false has no order, and `" + sign.text() + "` asks for one; write == or !=");
        }
        return row -> {
            Comparable<?> a = first.value(row, kind);
            Comparable<?> b = second.value(row, kind);
            return a == null || b == null ? Truth.UNKNOWN : Truth.of(ordering.holds(order(a, b)));
        };
    }

    static Predicate in(Operand left, List<Operand> values) {
        Predicate any = row -> Truth.FALSE;
        for (Operand value : values) {
            any = Predicate.or(any, compare(left, new Token(Token.Kind.SIGN, "==", value.at()), value));
        }
        return any;
    }

    /** {@code %} stands for any characters, {@code _} for one, a backslash takes the meaning of the next. */
    static Predicate like(Operand left, Token pattern) {
        ValueKind kind = ValueKind.TEXT;
        if (left.kind() != ValueKind.TEXT && left.kind() != ValueKind.JSON) {
            throw new RuleSyntaxException(
                    pattern.at(),
                    "LIKE is for texts, and `" + left.text() + "` is "
                            + left.kind().words());
        }
        Wildcards wildcards = Wildcards.of(pattern.text());
        return row -> {
            Comparable<?> value = left.value(row, kind);
            return value == null ? Truth.UNKNOWN : Truth.of(wildcards.match(value.toString()));
        };
    }

    /** Whether the value of a path differs before and after; two nulls are equal. */
    static boolean differs(Path path, JsonNode before, JsonNode after) {
        if (before.isNull() || after.isNull()) {
            return before.isNull() != after.isNull();
        }
        if (path.kind() == ValueKind.JSON) {
            return !before.equals(Comparisons::sameNumber, after);
        }
        return order(path.kind().read(before, path.text()), path.kind().read(after, path.text())) != SAME;
    }

    private static int sameNumber(JsonNode a, JsonNode b) {
        boolean same =
                a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) == SAME : a.equals(b);
        return same ? SAME : 1;
    }

    private static ValueKind common(Operand left, Operand right, int at) {
        if (left.kind() == right.kind() && left.kind() != ValueKind.JSON) {
            return left.kind();
        }
        if (left.kind() == ValueKind.JSON && right.kind() != ValueKind.JSON) {
            return right.kind();
        }
        if (right.kind() == ValueKind.JSON && left.kind() != ValueKind.JSON) {
            return left.kind();
        }
        boolean readable = left.kind() != right.kind();
        if (readable && right.literal() && right.kind() == ValueKind.TEXT) {
            return left.kind();
        }
        if (readable && left.literal() && left.kind() == ValueKind.TEXT) {
            return right.kind();
        }
        if (left.kind() == ValueKind.LOCAL_TIME && right.kind() == ValueKind.TIME
                || left.kind() == ValueKind.TIME && right.kind() == ValueKind.LOCAL_TIME) {
            throw new RuleSyntaxException(
                    at, ValueKind.withoutZone(left.kind() == ValueKind.LOCAL_TIME ? left.text() : right.text()));
        }
        throw new RuleSyntaxException(
                at,
                "`" + left.text() + "` is " + left.kind().words() + " and `" + right.text() + "` is "
                        + right.kind().words() + "; they cannot be compared");
    }

    /** A value that an enum does not have would be equal to none of its rows, and nobody would hear of it. */
    private static void requireName(Operand field, Operand value) {
        Path path = field.path();
        if (path == null
                || path.names().isEmpty()
                || !value.literal()
                || path.names().contains(value.text())) {
            return;
        }
        String nearest = Nearest.to(value.text(), path.names());
        throw new RuleSyntaxException(
                value.at(),
                "`" + path.text() + "` is never '" + value.text() + "'; it is one of "
                        + String.join(", ", path.names())
                        + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
    }

    private static Operand fixed(Operand operand, ValueKind kind) {
        try {
            return operand.fixed(kind);
        } catch (IllegalArgumentException e) {
            throw new RuleSyntaxException(operand.at(), String.valueOf(e.getMessage()));
        }
    }

    /** Both are of one kind. */
    @SuppressWarnings("unchecked")
    private static int order(Comparable<?> a, Comparable<?> b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private enum Ordering {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST;

        static Ordering of(String sign) {
            return switch (sign) {
                case "=", "==" -> EQUAL;
                case "!=", "<>" -> UNEQUAL;
                case "<" -> LESS;
                case "<=" -> AT_MOST;
                case ">" -> GREATER;
                default -> AT_LEAST;
            };
        }

        boolean isOrder() {
            return this != EQUAL && this != UNEQUAL;
        }

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == SAME;
                case UNEQUAL -> order != SAME;
                case LESS -> order < SAME;
                case AT_MOST -> order <= SAME;
                case GREATER -> order > SAME;
                case AT_LEAST -> order >= SAME;
            };
        }
    }

    /** Whether a value is null; never unknown. */
    static Predicate isNull(Path path) {
        return row -> Truth.of(path.value(row).isNull());
    }

    /** A field that is true or false by itself. */
    static Predicate truth(Operand operand) {
        return row -> {
            @Nullable Comparable<?> value = operand.value(row, ValueKind.BOOLEAN);
            return value == null ? Truth.UNKNOWN : Truth.of(Boolean.TRUE.equals(value));
        };
    }
}
