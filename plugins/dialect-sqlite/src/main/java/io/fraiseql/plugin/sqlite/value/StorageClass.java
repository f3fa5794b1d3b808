package io.fraiseql.plugin.sqlite.value;

/** SQLite's storage classes, in the order of the numbers 1 to 5 that its interface gives them. */
public enum StorageClass {
    INTEGER,
    REAL,
    TEXT,
    BLOB,
    NULL;

    private static final StorageClass[] BY_NUMBER = values();

    /** The class for SQLite's number. */
    public static StorageClass of(int number) {
        return BY_NUMBER[number - 1];
    }
}
