package io.fraiseql.core.schema;

/** How authored names of fields, queries and arguments become GraphQL names. */
public enum NamingConvention {
    /** Names written in snake_case become camelCase; others stay. */
    CAMEL_CASE("camelCase"),
    /** Names stay as they are written. */
    SNAKE_CASE("snake_case");

    private final String key;

    NamingConvention(String key) {
        this.key = key;
    }

    /** The name in the file. */
    public String key() {
        return key;
    }

    /** The GraphQL name of an authored name. */
    public String apply(String name) {
        return this == CAMEL_CASE ? Names.camelCase(name) : name;
    }
}
