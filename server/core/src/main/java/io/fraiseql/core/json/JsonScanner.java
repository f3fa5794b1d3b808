package io.fraiseql.core.json;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;

/**
 * Walks over JSON in an array without making tokens of it. Each method takes the end of the document and returns the position after
 * what it walked over; what is not JSON is an error.
 */
final class JsonScanner {

    private static final int MAX_DEPTH = 500;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private JsonScanner() {}

    static int skipBlanks(byte[] source, int start, int end) {
        int position = start;
        while (position < end && isBlank(source[position])) {
            position++;
        }
        return position;
    }

    static boolean isBlank(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    static boolean isAt(byte[] source, int position, int end, char expected) {
        return position < end && source[position] == expected;
    }

    static int require(byte[] source, int position, int end, char expected) {
        if (!isAt(source, position, end, expected)) {
            throw malformed();
        }
        return position + 1;
    }

    static void requireEnd(byte[] source, int start, int end) {
        if (skipBlanks(source, start, end) != end) {
            throw malformed();
        }
    }

    /** Whether a null is here; a word that only begins like it is an error. */
    static boolean isNull(byte[] source, int start, int end) {
        if (!isAt(source, start, end, 'n')) {
            return false;
        }
        skipWord(source, start, end, NULL);
        return true;
    }

    static int skipValue(byte[] source, int start, int end) {
        return skipValue(source, start, end, 0);
    }

    private static int skipValue(byte[] source, int start, int end, int depth) {
        if (start >= end || depth > MAX_DEPTH) {
            throw malformed();
        }
        return switch (source[start]) {
            case '"' -> skipString(source, start, end);
            case '{' -> skipObject(source, start, end, depth);
            case '[' -> skipArray(source, start, end, depth);
            case 't' -> skipWord(source, start, end, TRUE);
            case 'f' -> skipWord(source, start, end, FALSE);
            case 'n' -> skipWord(source, start, end, NULL);
            default -> skipNumber(source, start, end);
        };
    }

    static int skipString(byte[] source, int start, int end) {
        int position = JsonStrings.nextSpecial(source, require(source, start, end, '"'), end);
        while (!isAt(source, position, end, '"')) {
            position = skipEscape(source, position, end);
            position = JsonStrings.nextSpecial(source, position, end);
        }
        return position + 1;
    }

    private static int skipEscape(byte[] source, int start, int end) {
        int position = require(source, start, end, '\\');
        if (position >= end) {
            throw malformed();
        }
        if (source[position] == 'u') {
            return skipHex(source, position + 1, end);
        }
        if ("\"\\/bfnrt".indexOf(source[position]) < 0) {
            throw malformed();
        }
        return position + 1;
    }

    private static int skipHex(byte[] source, int start, int end) {
        for (int i = start; i < start + 4; i++) {
            if (i >= end || Character.digit(source[i], 16) < 0) {
                throw malformed();
            }
        }
        return start + 4;
    }

    private static int skipObject(byte[] source, int start, int end, int depth) {
        int position = skipBlanks(source, start + 1, end);
        if (isAt(source, position, end, '}')) {
            return position + 1;
        }
        while (true) {
            position = skipBlanks(source, skipString(source, position, end), end);
            position = skipBlanks(source, require(source, position, end, ':'), end);
            position = skipBlanks(source, skipValue(source, position, end, depth + 1), end);
            if (isAt(source, position, end, '}')) {
                return position + 1;
            }
            position = skipBlanks(source, require(source, position, end, ','), end);
        }
    }

    private static int skipArray(byte[] source, int start, int end, int depth) {
        int position = skipBlanks(source, start + 1, end);
        if (isAt(source, position, end, ']')) {
            return position + 1;
        }
        while (true) {
            position = skipBlanks(source, skipValue(source, position, end, depth + 1), end);
            if (isAt(source, position, end, ']')) {
                return position + 1;
            }
            position = skipBlanks(source, require(source, position, end, ','), end);
        }
    }

    private static int skipWord(byte[] source, int start, int end, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            require(source, start + i, end, (char) word[i]);
        }
        return start + word.length;
    }

    /** The position after a number; an error when none is here. */
    static int skipNumber(byte[] source, int start, int end) {
        int position = isAt(source, start, end, '-') ? start + 1 : start;
        position = isAt(source, position, end, '0') ? position + 1 : skipDigits(source, position, end);
        if (isAt(source, position, end, '.')) {
            position = skipDigits(source, position + 1, end);
        }
        if (isAt(source, position, end, 'e') || isAt(source, position, end, 'E')) {
            boolean signed = isAt(source, position + 1, end, '+') || isAt(source, position + 1, end, '-');
            position = skipDigits(source, position + (signed ? 2 : 1), end);
        }
        return position;
    }

    private static int skipDigits(byte[] source, int start, int end) {
        int position = start;
        while (position < end && source[position] >= '0' && source[position] <= '9') {
            position++;
        }
        if (position == start) {
            throw malformed();
        }
        return position;
    }

    private static FraiseqlException malformed() {
        return new FraiseqlException(
                CoreErrorCode.INTERNAL,
                "a document read from the database is not valid JSON, or is nested more than " + MAX_DEPTH + " deep");
    }
}
