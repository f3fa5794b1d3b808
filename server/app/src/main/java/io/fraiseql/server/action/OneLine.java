package io.fraiseql.server.action;

import java.util.regex.Pattern;

/** Keeps values on their line: they cannot begin a header, or a line of a log, of their own. */
final class OneLine {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}|[\\x{85}\\x{2028}\\x{2029}]");

    private OneLine() {}

    static String of(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }
}
