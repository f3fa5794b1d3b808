package io.fraiseql.core.json;

import java.util.List;

/**
 * An object of selected fields.
 *
 * @param fields in the order of the answer; two may read the same key of the document
 */
public record ProjectedObject(List<ProjectedField> fields) implements Projection {

    public ProjectedObject {
        fields = List.copyOf(fields);
    }

    @Override
    public Kind kind() {
        return Kind.OBJECT;
    }
}
