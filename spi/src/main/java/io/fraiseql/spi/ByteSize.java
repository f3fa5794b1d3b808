package io.fraiseql.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes in a configuration: {@code 512}, {@code 64KiB}, {@code 1MiB}, {@code 2GiB}. */
public record ByteSize(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB)?");

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative");
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if the text is not a size
     */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size; write for example 64KiB, 1MiB or 2GiB");
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        long factor =
                switch (unit) {
                    case "KiB" -> 1L << 10;
                    case "MiB" -> 1L << 20;
                    case "GiB" -> 1L << 30;
                    default -> 1L;
                };
        return new ByteSize(Math.multiplyExact(number, factor));
    }

    /** The size as an array length. */
    public int toInt() {
        return Math.toIntExact(bytes);
    }
}
