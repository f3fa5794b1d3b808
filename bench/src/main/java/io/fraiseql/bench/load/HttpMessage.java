package io.fraiseql.bench.load;

import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A request or an answer of HTTP/1.1 with a length, as little of it as the load needs, so that clients and receivers take little of the machine
 * that they share with what is measured.
 *
 * @param start the first line
 */
public record HttpMessage(String start, byte[] body) {

    private static final String LENGTH = "content-length:";
    private static final int MOST_CHARACTERS = 8192;

    /**
     * Reads the next message of a connection.
     *
     * @return null when the connection has ended
     */
    public static @Nullable HttpMessage read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        int length = 0;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("a message was cut off");
        }
        return new HttpMessage(start, body);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
            if (line.length() > MOST_CHARACTERS) {
                throw new IOException("a line is too long");
            }
        }
        return null;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
