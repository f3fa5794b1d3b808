package io.fraiseql.core.rule;

import java.util.Locale;

/**
 * A word, sign or value of a condition.
 *
 * @param text of a word or sign as it was written; of a value what it means
 * @param at its offset in the condition
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        /** A name, keyword or dotted path. */
        WORD,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    /** Whether it is that sign, or that keyword in any case. */
    boolean is(String symbol) {
        return switch (kind) {
            case SIGN -> text.equals(symbol);
            case WORD -> text.toUpperCase(Locale.ROOT).equals(symbol);
            case NUMBER, STRING, END -> false;
        };
    }

    /** How a message shows it. */
    String shown() {
        return kind == Kind.END ? "the end" : "`" + text + "`";
    }
}
