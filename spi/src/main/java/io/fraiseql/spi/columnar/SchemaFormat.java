package io.fraiseql.spi.columnar;

/** Writes declared schemas in a format of its own, for {@code arrow-schema export}. Implemented by plugins; usable from any thread. */
public interface SchemaFormat {

    /** As {@code --format} names it. */
    String name();

    /** The bytes of a file. */
    byte[] write(DeclaredSchema schema);
}
