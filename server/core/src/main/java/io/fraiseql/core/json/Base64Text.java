package io.fraiseql.core.json;

/** Passes base64 on after a check; the line breaks that MIME and PostgreSQL's {@code encode} put in are left out. */
final class Base64Text {

    private Base64Text() {}

    static void write(byte[] source, int start, int end, Utf8Buffer out) {
        byte[] target = out.reserve(end - start + 2);
        int first = out.length();
        int position = first;
        target[position++] = '"';
        int padding = 0;
        for (int i = start; i < end; i++) {
            byte value = source[i];
            if (value == '\n' || value == '\r') {
                continue;
            }
            padding += value == '=' ? 1 : 0;
            if (value == '=' ? padding > 2 : padding > 0 || !isDigit(value)) {
                throw new IllegalArgumentException();
            }
            target[position++] = value;
        }
        if ((position - first - 1) % 4 != 0) {
            throw new IllegalArgumentException();
        }
        target[position++] = '"';
        out.end(position);
    }

    private static boolean isDigit(byte value) {
        return (value >= 'A' && value <= 'Z')
                || (value >= 'a' && value <= 'z')
                || (value >= '0' && value <= '9')
                || value == '+'
                || value == '/';
    }
}
