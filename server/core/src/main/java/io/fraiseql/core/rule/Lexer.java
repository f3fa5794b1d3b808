package io.fraiseql.core.rule;

import io.fraiseql.core.rule.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a condition apart. Used once. */
final class Lexer {

    private static final List<String> SIGNS =
            List.of("||", "&&", "==", "!=", "<>", ">=", "<=", "=", "<", ">", "!", "(", ")", ",");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /**
     * The tokens of a text; the last one is its end.
     *
     * @throws RuleSyntaxException where something is none
     */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "", at);
        }
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return string(first);
        }
        if (isDigit(first) || first == '-') {
            return number();
        }
        return isLetter(first) ? word() : sign();
    }

    /** The quote stands twice for itself. */
    private Token string(char quote) {
        int start = at;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                return new Token(Kind.STRING, value.toString(), start);
            }
        }
        throw new RuleSyntaxException(start, "the text that begins here has no end; close it with " + quote);
    }

    private Token number() {
        int start = at;
        at++;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String number = text.substring(start, at);
        if (!number.matches("-?[0-9]+([.][0-9]+)?")) {
            throw new RuleSyntaxException(start, "`" + number + "` is not a number; write for example 12 or -0.5");
        }
        return new Token(Kind.NUMBER, number, start);
    }

    private Token word() {
        int start = at;
        while (at < text.length()
                && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.endsWith(".") || word.contains("..")) {
            throw new RuleSyntaxException(
                    start, "`" + word + "` is not a path; write names with single dots between them");
        }
        return new Token(Kind.WORD, word, start);
    }

    private Token sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Kind.SIGN, sign, at - sign.length());
            }
        }
        throw new RuleSyntaxException(
                at, "`" + Character.toString(text.codePointAt(at)) + "` means nothing here; texts stand in quotes");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
