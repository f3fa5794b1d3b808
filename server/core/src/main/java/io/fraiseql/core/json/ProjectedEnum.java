package io.fraiseql.core.json;

import java.util.List;

/**
 * An enum: each stored text and the JSON that stands for it in an answer, in the same order; a value that is none of the texts is an
 * error.
 */
public record ProjectedEnum(String name, List<byte[]> stored, List<byte[]> results) implements Projection {

    public ProjectedEnum {
        stored = List.copyOf(stored);
        results = List.copyOf(results);
    }

    @Override
    public Kind kind() {
        return Kind.ENUM;
    }
}
