package io.fraiseql.server.config;

import io.fraiseql.core.rule.RuleSyntaxException;
import io.fraiseql.server.secret.ReferenceException;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.action.Template;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Binds single values. A problem shows the text as it was written, never what a reference stands for. */
final class ScalarBinder {

    private final References references;
    private final ConfigProblems problems;
    private final Function<String, Template> templates;

    ScalarBinder(References references, ConfigProblems problems) {
        this(references, problems, text -> {
            throw new IllegalArgumentException("templates are for the parameters of rules");
        });
    }

    /** @param templates reads a template, or throws a {@link RuleSyntaxException} */
    ScalarBinder(References references, ConfigProblems problems, Function<String, Template> templates) {
        this.references = references;
        this.problems = problems;
        this.templates = templates;
    }

    /** Whether {@link #bind} knows a type. */
    static boolean binds(Class<?> type) {
        return type.isEnum()
                || type.isPrimitive()
                || List.of(
                                String.class,
                                Boolean.class,
                                Integer.class,
                                Long.class,
                                Double.class,
                                Duration.class,
                                ByteSize.class,
                                Secret.class,
                                Template.class)
                        .contains(type);
    }

    /** The value, or null after a problem was noted. */
    @Nullable
    Object bind(Class<?> type, ConfigNode node, String path) {
        if (node.kind() != ConfigNode.Kind.SCALAR) {
            problems.add(path, node.place(), "must be " + expected(type) + ", not " + node.describe());
            return null;
        }
        try {
            if (type == Secret.class) {
                return references.secret(node.text());
            }
            String text = references.resolve(node.text());
            if (type == Template.class) {
                return templates.apply(text);
            }
            return type == String.class ? text : parse(type, text);
        } catch (ReferenceException e) {
            problems.add(path, node.place(), e.reason());
        } catch (RuleSyntaxException e) {
            problems.add(path, node.place(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(path, node.place(), "must be " + expected(type) + ", not '" + node.text() + "'");
        }
        return null;
    }

    private static Object parse(Class<?> type, String text) {
        if (type.isEnum()) {
            return constant(type, text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(text);
        }
        if (type == int.class || type == Integer.class) {
            return Integer.parseInt(text.strip());
        }
        if (type == long.class || type == Long.class) {
            return Long.parseLong(text.strip());
        }
        if (type == double.class || type == Double.class) {
            return Double.parseDouble(text.strip());
        }
        return type == Duration.class
                ? DurationText.parse(text).orElseThrow(IllegalArgumentException::new)
                : ByteSize.parse(text);
    }

    private static boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** An enum constant as the configuration writes it. */
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a value of a type looks like, for problems and for the reference. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(ScalarBinder::word)
                    .toList();
            return "one of " + String.join(", ", words);
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "Duration" -> "a duration such as 250ms, 30s or 5m";
            case "ByteSize" -> "a size such as 64KiB, 1MiB or 2GiB";
            case "Secret" -> "a text, better a reference such as ${env:PASSWORD}";
            default -> "a text";
        };
    }
}
