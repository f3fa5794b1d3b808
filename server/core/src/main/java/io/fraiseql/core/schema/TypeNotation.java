package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type in GraphQL notation, without its own nullability: {@code String}, {@code [String!]}. */
record TypeNotation(String name, boolean list, boolean elementNullable) {

    private static final Pattern NOTATION =
            Pattern.compile("\\s*(?:([^\\s\\[\\]!]+)|\\[\\s*([^\\s\\[\\]!]+)\\s*(!?)\\s*])\\s*");

    /** Parses; null when the text is in another form, which is then a problem. */
    static @Nullable TypeNotation parse(String text, String at, Problems problems) {
        Matcher matcher = NOTATION.matcher(text);
        if (matcher.matches()) {
            boolean list = matcher.group(1) == null;
            String name = list ? matcher.group(2) : matcher.group(1);
            return new TypeNotation(name, list, list && matcher.group(3).isEmpty());
        }
        String shorter = text.strip();
        if (shorter.endsWith("!")
                && NOTATION.matcher(shorter.substring(0, shorter.length() - 1)).matches()) {
            problems.add(
                    at,
                    "`" + text + "` says twice whether it may be null",
                    "write `" + shorter.substring(0, shorter.length() - 1) + "` and `\"nullable\": false`");
        } else {
            problems.add(at, "`" + text + "` is not a type", "write a name, `Int`, or a list of one, `[Int!]`");
        }
        return null;
    }

    @Override
    public String toString() {
        return list ? "[" + name + (elementNullable ? "]" : "!]") : name;
    }
}
