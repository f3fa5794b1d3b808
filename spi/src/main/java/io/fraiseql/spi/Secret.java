package io.fraiseql.spi;

import java.util.function.Supplier;

/**
 * A configured value that must not be shown. It keeps where the value comes from, so that a rotated secret is read anew at
 * each {@link #reveal}; {@code toString} never shows it.
 */
public final class Secret {

    private final Supplier<String> source;

    private Secret(Supplier<String> source) {
        this.source = source;
    }

    /** A secret read from its source at each use; the source may be called from any thread. */
    public static Secret from(Supplier<String> source) {
        return new Secret(source);
    }

    /** A secret written in the clear. */
    public static Secret of(String value) {
        return new Secret(() -> value);
    }

    /** The value as it is now. */
    public String reveal() {
        return source.get();
    }

    @Override
    public String toString() {
        return "***";
    }
}
