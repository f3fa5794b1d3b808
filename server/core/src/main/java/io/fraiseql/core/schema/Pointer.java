package io.fraiseql.core.schema;

/** Builds RFC 6901 JSON pointers. */
public final class Pointer {

    private Pointer() {}

    /** The pointer to a member of what {@code parent} points to. */
    public static String to(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an element of what {@code parent} points to. */
    public static String to(String parent, int index) {
        return parent + "/" + index;
    }
}
