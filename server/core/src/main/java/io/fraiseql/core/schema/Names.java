package io.fraiseql.core.schema;

import java.util.regex.Pattern;

/** The forms of names. */
public final class Names {

    private static final Pattern LEGAL = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");
    private static final Pattern SNAKE = Pattern.compile("_*[a-z][a-z0-9]*(_[a-z0-9]+)+_*");
    private static final Pattern INNER = Pattern.compile("(?<=[a-z0-9])_([a-z0-9])");

    private Names() {}

    /** Whether GraphQL allows the name. */
    public static boolean isLegal(String name) {
        return LEGAL.matcher(name).matches();
    }

    /** {@code user_id} as {@code userId}; names in another form stay. */
    public static String camelCase(String name) {
        if (!SNAKE.matcher(name).matches()) {
            return name;
        }
        return INNER.matcher(name).replaceAll(match -> upperFirst(match.group(1)));
    }

    /** {@code userId} as {@code user_id}, {@code HTTPResponse} as {@code http_response}; {@code user_id} stays. */
    public static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && startsWord(name, i)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }

    /** With its first letter in upper case. */
    public static String upperFirst(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** With its first letter in lower case. */
    public static String lowerFirst(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean startsWord(String name, int i) {
        char before = name.charAt(i - 1);
        if (!Character.isUpperCase(name.charAt(i)) || before == '_') {
            return false;
        }
        boolean nextIsLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !Character.isUpperCase(before) || nextIsLower;
    }
}
