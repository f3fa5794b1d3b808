package io.fraiseql.server.http;

import io.fraiseql.spi.Nullable;
import java.util.Locale;

/**
 * One element of {@code Accept}, or the value of {@code Content-Type}: data.
 *
 * @param type in lower case, without parameters
 * @param charset in lower case; null when absent
 * @param streamed whether it has the parameter {@code stream=true}
 * @param quality the {@code q} parameter; 1 when absent, 0 when it cannot be read
 */
record MediaRange(String type, @Nullable String charset, boolean streamed, double quality) {

    static MediaRange parse(String text) {
        String[] parts = text.split(";", -1);
        String charset = null;
        boolean streamed = false;
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String name = (equals < 0 ? parts[i] : parts[i].substring(0, equals))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String value =
                    equals < 0 ? "" : unquoted(parts[i].substring(equals + 1).strip());
            if (name.equals("charset")) {
                charset = value.toLowerCase(Locale.ROOT);
            } else if (name.equals("stream")) {
                streamed = value.equalsIgnoreCase("true");
            } else if (name.equals("q")) {
                quality = quality(value);
            }
        }
        return new MediaRange(parts[0].strip().toLowerCase(Locale.ROOT), charset, streamed, quality);
    }

    /** Whether it admits UTF-8. */
    boolean utf8() {
        return charset == null || charset.equals("utf-8") || charset.equals("utf8");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static double quality(String value) {
        return value.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(value) : 0;
    }
}
