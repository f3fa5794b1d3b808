package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions in Java's syntax, found anywhere in a text. Keeps the last pattern; belongs to one connection. */
final class RegularExpressions {

    private @Nullable Pattern last;

    boolean find(String text, String pattern, boolean ignoreCase) {
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        try {
            return compile(pattern, flags).matcher(new CountedText(text)).find();
        } catch (StackOverflowError e) {
            throw tooComplex();
        }
    }

    private Pattern compile(String pattern, int flags) {
        Pattern known = last;
        if (known != null && known.flags() == flags && known.pattern().equals(pattern)) {
            return known;
        }
        try {
            Pattern made = Pattern.compile(pattern, flags);
            last = made;
            return made;
        } catch (PatternSyntaxException e) {
            throw new FraiseqlException(
                    DatabaseErrorCode.BAD_USER_INPUT, "the regular expression is invalid: " + e.getDescription(), e);
        }
    }

    private static FraiseqlException tooComplex() {
        return new FraiseqlException(
                DatabaseErrorCode.BAD_USER_INPUT, "the regular expression takes too many steps; write a simpler one");
    }

    /** Bounds the steps of a match: SQLite cannot interrupt a function. */
    private static final class CountedText implements CharSequence {

        private static final int STEPS = 20_000_000;

        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > STEPS) {
                throw tooComplex();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
