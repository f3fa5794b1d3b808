package io.fraiseql.core.surface;

/** Finds absurdly long numbers before the lexer does, which is slow on them; digits in strings and comments do not count. */
final class DigitRuns {

    static final int MAX = 400;

    private static final String BLOCK = "\"\"\"";

    private final String text;
    private int at;

    private DigitRuns(String text) {
        this.text = text;
    }

    /** Whether the text has a run of more than {@link #MAX} digits. */
    static boolean tooLong(String text) {
        return new DigitRuns(text).scan();
    }

    private boolean scan() {
        int run = 0;
        while (at < text.length() && run <= MAX) {
            char next = text.charAt(at);
            run = next >= '0' && next <= '9' ? run + 1 : 0;
            if (next == '"') {
                skipString();
            } else if (next == '#') {
                skipComment();
            } else {
                at++;
            }
        }
        return run > MAX;
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipString() {
        boolean block = text.startsWith(BLOCK, at);
        String quote = block ? BLOCK : "\"";
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            char next = text.charAt(at);
            if (!block && (next == '\n' || next == '\r')) {
                return;
            }
            boolean escape = block ? text.startsWith("\\" + BLOCK, at) : next == '\\';
            at += escape ? 1 + (block ? BLOCK.length() : 1) : 1;
        }
        at = Math.min(text.length(), at + quote.length());
    }
}
