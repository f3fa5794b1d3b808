package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/**
 * An object type.
 *
 * @param key the names of the fields that identify a row, in key order; empty when there is no key
 * @param fields by GraphQL name, in order
 * @param interfaces the names of the interfaces it implements
 * @param offers what else is made from it
 * @param writing how its rows are written, where mutations do so
 */
public record ObjectType(
        String name,
        @Nullable String description,
        Source source,
        List<String> key,
        Map<String, Field> fields,
        List<String> interfaces,
        Offers offers,
        Writing writing) {

    /** A type that is written plainly or not at all, with nothing beside it. */
    public ObjectType(
            String name,
            @Nullable String description,
            Source source,
            List<String> key,
            Map<String, Field> fields,
            List<String> interfaces) {
        this(name, description, source, key, fields, interfaces, Offers.NONE, Writing.PLAIN);
    }

    /** The field of that name; null when there is none. */
    public @Nullable Field field(String fieldName) {
        return fields.get(fieldName);
    }
}
