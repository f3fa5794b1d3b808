package io.fraiseql.plugin.jdbc.value;

/** A stored value that does not fit its declared type. The message names what was found and what was expected, never the value. */
public final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Misfit(String message) {
        super(message, null, false, false);
    }

    /** The error of a value that is something else than expected. */
    public static Misfit of(String found, String expected) {
        return new Misfit("found " + found + " where " + expected + " is expected");
    }
}
