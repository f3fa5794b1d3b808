package io.fraiseql.distribution.oracle;

/** The matching of texts, character by character in code points. */
final class TextPatterns {

    private TextPatterns() {}

    static boolean holds(String operator, String value, String pattern) {
        return switch (operator) {
            case "contains" -> value.contains(pattern);
            case "icontains" -> lower(value).contains(lower(pattern));
            case "startsWith" -> value.startsWith(pattern);
            case "istartsWith" -> lower(value).startsWith(lower(pattern));
            case "endsWith" -> value.endsWith(pattern);
            case "iendsWith" -> lower(value).endsWith(lower(pattern));
            case "like" -> like(value, pattern);
            case "ilike" -> like(lower(value), lower(pattern));
            case "nlike" -> !like(value, pattern);
            case "nilike" -> !like(lower(value), lower(pattern));
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static boolean like(String value, String pattern) {
        return like(value.codePoints().toArray(), 0, pattern.codePoints().toArray(), 0);
    }

    private static boolean like(int[] value, int at, int[] pattern, int in) {
        if (in == pattern.length) {
            return at == value.length;
        }
        int sign = pattern[in];
        if (sign == '%') {
            return like(value, at, pattern, in + 1) || (at < value.length && like(value, at + 1, pattern, in));
        }
        if (at == value.length) {
            return false;
        }
        if (sign == '_') {
            return like(value, at + 1, pattern, in + 1);
        }
        int literal = sign == '\\' ? in + 1 : in;
        return value[at] == pattern[literal] && like(value, at + 1, pattern, literal + 1);
    }
}
