package io.fraiseql.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a table's name: {@code name}, {@code schema.name}, parts quoted with {@code "} where they need it. */
public final class SourceName {

    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^\\s\".\\p{Cntrl}]+)");
    private static final Pattern PLAIN = Pattern.compile("[^\\s\".\\p{Cntrl}]+");

    private SourceName() {}

    /** The parts of a name; empty when the text is no name of one to three parts. */
    public static List<String> parse(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int position = 0;
        while (matcher.find(position) && matcher.start() == position) {
            String quoted = matcher.group(1);
            parts.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
            if (matcher.end() == text.length()) {
                return parts.size() <= 3 ? List.copyOf(parts) : List.of();
            }
            if (text.charAt(matcher.end()) != '.') {
                return List.of();
            }
            position = matcher.end() + 1;
        }
        return List.of();
    }

    /** The text of a name. */
    public static String format(List<String> parts) {
        List<String> texts = new ArrayList<>();
        for (String part : parts) {
            texts.add(PLAIN.matcher(part).matches() ? part : "\"" + part.replace("\"", "\"\"") + "\"");
        }
        return String.join(".", texts);
    }
}
