package io.fraiseql.bench.floor;

import io.fraiseql.bench.Shape;
import java.nio.charset.StandardCharsets;

/**
 * The least reading of a request that still answers it: the operation's name and its only variable, both at places known from how {@link Shape#bodies} writes
 * them.
 */
record FloorRequest(Shape shape, Object value) {

    private static final int NAME = "{\"operationName\":\"".length();
    private static final int VARIABLES = "\",\"variables\":{\"".length();

    static FloorRequest read(byte[] body) {
        int nameEnd = after(body, NAME, '"');
        Shape shape = Shape.named(new String(body, NAME, nameEnd - NAME, StandardCharsets.US_ASCII));
        int value = after(body, nameEnd + VARIABLES, ':') + 1;
        if (body[value] == '"') {
            int end = after(body, value + 1, '"');
            return new FloorRequest(shape, new String(body, value + 1, end - value - 1, StandardCharsets.UTF_8));
        }
        return new FloorRequest(shape, number(body, value));
    }

    private static Integer number(byte[] body, int start) {
        int number = 0;
        for (int i = start; body[i] >= '0' && body[i] <= '9'; i++) {
            number = number * 10 + body[i] - '0';
        }
        return number;
    }

    private static int after(byte[] body, int start, char character) {
        int at = start;
        while (body[at] != character) {
            at++;
        }
        return at;
    }
}
