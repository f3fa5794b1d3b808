package io.fraiseql.server.http;

import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Names requests, so that an answer can be found in the log. */
public final class RequestIds {

    /** Where clients send the id and find it again. */
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private RequestIds() {}

    /** The client's id when it is well formed, else a new one of 16 hexadecimal digits. */
    public static String of(@Nullable String sent) {
        return sent != null && wellFormed(sent) ? sent : next();
    }

    private static boolean wellFormed(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && "-_.:+/=".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String next() {
        long value = ThreadLocalRandom.current().nextLong();
        byte[] text = new byte[16];
        for (int i = 15; i >= 0; i--) {
            text[i] = DIGITS[(int) value & 15];
            value >>>= 4;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
