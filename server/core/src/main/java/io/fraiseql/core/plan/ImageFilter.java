package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.Predicate;
import io.fraiseql.core.rule.Truth;
import io.fraiseql.core.rule.Wildcards;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Turns the {@code where} of a subscription into a condition on the images of events. What is null is neither true nor false, as in SQL. */
final class ImageFilter {

    private static final Predicate ALWAYS = row -> Truth.TRUE;
    private static final Predicate NEVER = row -> Truth.FALSE;

    private final Model model;
    private final String dialect;
    private final ObjectType type;

    ImageFilter(Model model, String dialect, ObjectType type) {
        this.model = model;
        this.dialect = dialect;
        this.type = type;
    }

    /**
     * The condition.
     *
     * @param filter coerced
     * @throws FraiseqlException {@code BAD_USER_INPUT} for what images cannot tell
     */
    Predicate where(@Nullable Object filter, String place) {
        Predicate all = ALWAYS;
        for (Map.Entry<String, Object> member : members(filter, place).entrySet()) {
            all = Predicate.and(all, member(member.getKey(), member.getValue()));
        }
        return all;
    }

    private Predicate member(String name, @Nullable Object value) {
        return switch (name) {
            case SurfaceNames.AND -> {
                Predicate all = ALWAYS;
                for (Object item : items(value, name)) {
                    all = Predicate.and(all, where(item, name));
                }
                yield all;
            }
            case SurfaceNames.OR -> {
                Predicate any = NEVER;
                for (Object item : items(value, name)) {
                    any = Predicate.or(any, where(item, name));
                }
                yield any;
            }
            case SurfaceNames.NOT -> Predicate.not(where(value, name));
            default -> field(name, value);
        };
    }

    private Predicate field(String name, @Nullable Object value) {
        Field field = type.field(name);
        if (field == null || !WritableFields.isStored(field)) {
            throw refused("'" + name + "' is not in the events of " + type.name()
                    + ": a subscription is filtered by stored fields only");
        }
        Predicate all = ALWAYS;
        for (Map.Entry<String, Object> condition : members(value, name).entrySet()) {
            Object operand = condition.getValue();
            if (operand == null) {
                throw OperatorPlanner.nullOperand(field, condition.getKey());
            }
            all = Predicate.and(all, condition(condition.getKey(), operand, field));
        }
        return all;
    }

    private Predicate condition(String operator, Object operand, Field field) {
        ImageValue values = new ImageValue(field, model, dialect);
        if (operator.equals("isNull")) {
            return row -> Truth.of(values.isNull(row) == Boolean.TRUE.equals(operand));
        }
        boolean document = field.type().list() || field.type().name().equals("JSON");
        return switch (document ? "" : operator) {
            case "eq" -> compare(values, operand, order -> order == 0);
            case "neq" -> compare(values, operand, order -> order != 0);
            case "gt" -> range(values, operand, field, order -> order > 0);
            case "gte" -> range(values, operand, field, order -> order >= 0);
            case "lt" -> range(values, operand, field, order -> order < 0);
            case "lte" -> range(values, operand, field, order -> order <= 0);
            case "in" -> in(values, (List<?>) operand);
            case "nin" -> Predicate.not(in(values, (List<?>) operand));
            default -> text(operator, operand, field, values, document);
        };
    }

    private static Predicate range(ImageValue values, Object operand, Field field, IntPredicate holds) {
        if (!values.ordered()) {
            throw refused("'" + field.name() + "' has no order in events; compare it with eq, neq, in or nin");
        }
        return compare(values, operand, holds);
    }

    private static Predicate compare(ImageValue values, Object operand, IntPredicate holds) {
        Comparable<?> wanted = values.ofClient(operand);
        return row -> {
            Comparable<?> value = values.ofEvent(row);
            return value == null ? Truth.UNKNOWN : Truth.of(holds.test(ImageValue.compare(value, wanted)));
        };
    }

    private static Predicate in(ImageValue values, List<?> operands) {
        List<Comparable<?>> wanted = new ArrayList<>();
        operands.forEach(operand -> wanted.add(values.ofClient(operand)));
        return row -> {
            Comparable<?> value = values.ofEvent(row);
            return value == null
                    ? Truth.UNKNOWN
                    : Truth.of(wanted.stream().anyMatch(each -> ImageValue.compare(value, each) == 0));
        };
    }

    private Predicate text(String operator, Object operand, Field field, ImageValue values, boolean document) {
        if (document || !(operand instanceof String wanted)) {
            throw unknown(operator, field);
        }
        boolean folds = operator.startsWith("i") || operator.equals("nilike");
        UnaryOperator<String> fold = folds ? ImageFilter::lowerCase : text -> text;
        String part = fold.apply(wanted);
        return switch (operator) {
            case "contains", "icontains" -> match(values, fold, text -> text.contains(part));
            case "startsWith", "istartsWith" -> match(values, fold, text -> text.startsWith(part));
            case "endsWith", "iendsWith" -> match(values, fold, text -> text.endsWith(part));
            case "like", "ilike" -> like(values, fold, part);
            case "nlike", "nilike" -> Predicate.not(like(values, fold, part));
            default -> throw unknown(operator, field);
        };
    }

    /** Letter by letter, as the databases do it: of a whole text Java makes two letters of some, and looks at what stands beside others. */
    private static String lowerCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static Predicate like(ImageValue values, UnaryOperator<String> fold, String pattern) {
        Wildcards wildcards = Wildcards.of((String) OperatorPlanner.completeEscape(pattern));
        return match(values, fold, wildcards::match);
    }

    private static Predicate match(
            ImageValue values, UnaryOperator<String> fold, java.util.function.Predicate<String> test) {
        return (EventRow row) -> {
            Comparable<?> value = values.ofEvent(row);
            return value == null ? Truth.UNKNOWN : Truth.of(test.test(fold.apply((String) value)));
        };
    }

    private static FraiseqlException unknown(String operator, Field field) {
        return refused("'" + field.name() + "." + operator
                + "' is for the database; subscriptions have comparisons, in, nin, isNull, contains, startsWith, endsWith and"
                + " like with their variants");
    }

    private static FraiseqlException refused(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }

    @SuppressWarnings("unchecked") // coerced input objects have names as keys
    private static Map<String, Object> members(@Nullable Object value, String place) {
        if (value == null) {
            throw FilterPlanner.nullFilter(place);
        }
        return (Map<String, Object>) value;
    }

    private static List<?> items(@Nullable Object value, String place) {
        if (value == null) {
            throw FilterPlanner.nullFilter(place);
        }
        return (List<?>) value;
    }
}
