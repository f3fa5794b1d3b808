package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;

/** LIKE: {@code %} is any text, {@code _} one character (a code point), {@code \} makes the next one plain. Case counts. */
final class LikePattern {

    private final String text;
    private final String pattern;
    private int textAt;
    private int patternAt;
    private int retryText = -1;
    private int retryPattern = -1;

    private LikePattern(String text, String pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static boolean matches(String text, String pattern) {
        return new LikePattern(text, pattern).run();
    }

    private boolean run() {
        while (true) {
            if (patternAt < pattern.length() && pattern.charAt(patternAt) == '%') {
                patternAt++;
                retryPattern = patternAt;
                retryText = textAt;
            } else if (textAt == text.length() && patternAt == pattern.length()) {
                return true;
            } else if (!step() && !retry()) {
                return false;
            }
        }
    }

    /** Matches one character. */
    private boolean step() {
        if (patternAt == pattern.length()) {
            return false;
        }
        int wanted = pattern.codePointAt(patternAt);
        int next = patternAt + Character.charCount(wanted);
        boolean any = wanted == '_';
        if (wanted == '\\') {
            if (next == pattern.length()) {
                throw new FraiseqlException(
                        DatabaseErrorCode.BAD_USER_INPUT,
                        "a LIKE pattern cannot end with its escape character; write \\\\ for a backslash");
            }
            wanted = pattern.codePointAt(next);
            next += Character.charCount(wanted);
        }
        if (textAt == text.length()) {
            return false;
        }
        int found = text.codePointAt(textAt);
        if (!any && found != wanted) {
            return false;
        }
        textAt += Character.charCount(found);
        patternAt = next;
        return true;
    }

    /** Lets the last {@code %} swallow one character more. */
    private boolean retry() {
        if (retryPattern < 0 || retryText >= text.length()) {
            return false;
        }
        retryText += Character.charCount(text.codePointAt(retryText));
        textAt = retryText;
        patternAt = retryPattern;
        return true;
    }
}
