package io.fraiseql.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The answer that one connection is receiving: its head is read, its body counted and looked at only where it begins. */
final class Answer {

    private static final int KEPT = 4096;
    private static final int NO_HEAD = -1;
    private static final byte[] OK = ascii("http/1.1 200 ");
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] DATA = ascii("{\"data\"");
    private static final byte[] ERRORS = ascii("\"errors\"");

    private final byte[] kept = new byte[KEPT];
    private int keptLength;
    private int missing = NO_HEAD;

    /** When its request was sent, by {@link System#nanoTime}. */
    long started;

    /** Takes what came in; true when the answer is complete, and then ready for the next. */
    boolean read(ByteBuffer input) throws IOException {
        if (missing == NO_HEAD) {
            if (!readHead(input)) {
                return false;
            }
        } else {
            missing -= input.remaining();
        }
        if (missing > 0) {
            return false;
        }
        keptLength = 0;
        missing = NO_HEAD;
        return true;
    }

    private boolean readHead(ByteBuffer input) throws IOException {
        int taken = Math.min(input.remaining(), KEPT - keptLength);
        input.get(input.position(), kept, keptLength, taken);
        int received = keptLength + input.remaining();
        keptLength += taken;
        int body = endOfHead();
        if (body < 0 || keptLength < body + DATA.length) {
            return false;
        }
        check(body);
        missing = contentLength() - (received - body);
        return true;
    }

    private int endOfHead() throws IOException {
        for (int i = 3; i < keptLength; i++) {
            if (kept[i] == '\n' && kept[i - 2] == '\n') {
                return i + 1;
            }
        }
        if (keptLength == KEPT) {
            throw new IOException("the head of an answer is too long");
        }
        return -1;
    }

    private void check(int body) throws IOException {
        boolean good = at(0, OK) && at(body, DATA);
        for (int i = body; good && i < keptLength; i++) {
            good = kept[i] != '"' || !at(i, ERRORS);
        }
        if (!good) {
            throw new IOException("an answer without data: " + text());
        }
    }

    private int contentLength() throws IOException {
        for (int i = 0; i < keptLength; i++) {
            if (kept[i] == '\n' && at(i + 1, LENGTH)) {
                return number(i + 1 + LENGTH.length);
            }
        }
        throw new IOException("an answer without a length: " + text());
    }

    private int number(int start) {
        int at = start;
        while (kept[at] == ' ') {
            at++;
        }
        int number = 0;
        for (; kept[at] >= '0' && kept[at] <= '9'; at++) {
            number = number * 10 + kept[at] - '0';
        }
        return number;
    }

    /** Whether this text, in lower case, stands there in any case. */
    private boolean at(int start, byte[] text) {
        if (start + text.length > keptLength) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            byte character = kept[start + i];
            if (character != text[i] && (character | 0x20) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private String text() {
        return new String(kept, 0, keptLength, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
