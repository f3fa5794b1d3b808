package io.fraiseql.distribution.oracle;

import java.util.List;
import java.util.Map;

/**
 * A type with its rows.
 *
 * @param name of the type
 * @param source of the table
 * @param interfaces that it implements
 * @param key columns
 * @param fields by GraphQL name
 * @param rows values by column; a null is an absent or null value
 */
public record Table(
        String name,
        String source,
        List<String> interfaces,
        List<String> key,
        Map<String, Field> fields,
        List<Map<String, Object>> rows) {

    /** A field of a type: a scalar with its column, or a relation. */
    public sealed interface Field permits Column, Relation {}

    /**
     * A scalar field.
     *
     * @param scale of a decimal
     */
    public record Column(String column, Scalar scalar, boolean nullable, int scale) implements Field {}

    /**
     * A relation.
     *
     * @param link the table between; null for none
     */
    public record Relation(String target, boolean many, List<String> from, List<String> to, Link link)
            implements Field {}

    /** The table between two others. */
    public record Link(String source, List<String> from, List<String> to) {}

    /** The field of a column. */
    Column column(String column) {
        for (Field field : fields.values()) {
            if (field instanceof Column found && found.column().equals(column)) {
                return found;
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }
}
