package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON text into {@link Map}, {@link List}, {@link String}, {@link BigDecimal}, {@link Boolean} and {@link #NULL}: numbers
 * exactly, of equal keys the last.
 */
final class JsonReader {

    /** JSON's null. */
    static final Object NULL = new Object();

    private static final int DEEPEST = 1000;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.blanks();
        if (reader.at != text.length()) {
            throw misfit();
        }
        return value;
    }

    private Object value() {
        blanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> members = new LinkedHashMap<>();
        if (skip('}')) {
            depth--;
            return members;
        }
        do {
            blanks();
            if (peek() != '"') {
                throw misfit();
            }
            String key = string();
            blanks();
            require(':');
            members.put(key, value());
            blanks();
        } while (skip(','));
        require('}');
        depth--;
        return members;
    }

    private List<Object> array() {
        enter();
        List<Object> elements = new ArrayList<>();
        if (!skip(']')) {
            do {
                elements.add(value());
                blanks();
            } while (skip(','));
            require(']');
        }
        depth--;
        return elements;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw Misfit.of("JSON nested more than " + DEEPEST + " levels deep", "less deep JSON");
        }
        blanks();
    }

    private String string() {
        at++;
        int start = at;
        while (peek() != '"' && peek() != '\\') {
            plain();
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        StringBuilder out = new StringBuilder(text.substring(start, at));
        while (peek() != '"') {
            out.append(peek() == '\\' ? escape() : plain());
        }
        at++;
        return out.toString();
    }

    private char plain() {
        char letter = peek();
        if (letter < ' ') {
            throw misfit();
        }
        at++;
        return letter;
    }

    private char escape() {
        at++;
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw misfit();
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw misfit();
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private BigDecimal number() {
        int start = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw misfit();
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw misfit();
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw misfit();
        }
        at += word.length();
        return value;
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at == text.length()) {
            throw misfit();
        }
        return text.charAt(at);
    }

    private boolean skip(char letter) {
        if (at == text.length() || text.charAt(at) != letter) {
            return false;
        }
        at++;
        return true;
    }

    private void require(char letter) {
        if (!skip(letter)) {
            throw misfit();
        }
    }

    private static Misfit misfit() {
        return Misfit.of("another TEXT", "JSON");
    }
}
