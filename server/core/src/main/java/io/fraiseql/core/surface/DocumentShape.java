package io.fraiseql.core.surface;

/**
 * The measures of a selection set with its fragments expanded, known without the schema.
 *
 * @param top fields of the set itself
 * @param fields all fields, those of introspection aside
 * @param aliases aliased fields
 * @param depth nested fields, those of introspection aside
 * @param height nested selection sets, those of fragments included
 * @param lists how often lists of an introspected type ({@code fields}, …) are nested in each other
 * @param introspection what stands below {@code __schema} and {@code __type}
 */
record DocumentShape(
        long top, long fields, long aliases, int depth, int height, int lists, Introspection introspection) {

    static final DocumentShape EMPTY = new DocumentShape(0, 0, 0, 0, 0, 0, Introspection.NONE);

    /** Both sets, one after the other. */
    DocumentShape plus(DocumentShape other) {
        return new DocumentShape(
                OperationCost.add(top, other.top),
                OperationCost.add(fields, other.fields),
                OperationCost.add(aliases, other.aliases),
                Math.max(depth, other.depth),
                Math.max(height, other.height),
                Math.max(lists, other.lists),
                introspection.plus(other.introspection));
    }

    /** This set as a fragment. */
    DocumentShape nested() {
        return new DocumentShape(top, fields, aliases, depth, height + 1, lists, introspection);
    }

    /** A field with this set below. */
    DocumentShape below(boolean aliased, boolean listOfType) {
        return new DocumentShape(
                1,
                OperationCost.add(fields, 1),
                OperationCost.add(aliases, aliased ? 1 : 0),
                depth + 1,
                height + 1,
                lists + (listOfType ? 1 : 0),
                introspection);
    }

    /** An introspection field with this set below. */
    DocumentShape belowIntrospection(boolean aliased, boolean schema) {
        Introspection own = new Introspection(schema ? 1 : 0, OperationCost.add(fields, 1), depth + 1, lists);
        return new DocumentShape(
                1, 0, OperationCost.add(aliases, aliased ? 1 : 0), 0, height + 1, 0, introspection.plus(own));
    }

    /**
     * What is asked of the schema.
     *
     * @param schemas how often {@code __schema} is asked
     */
    record Introspection(long schemas, long fields, int depth, int lists) {

        static final Introspection NONE = new Introspection(0, 0, 0, 0);

        Introspection plus(Introspection other) {
            return new Introspection(
                    OperationCost.add(schemas, other.schemas),
                    OperationCost.add(fields, other.fields),
                    Math.max(depth, other.depth),
                    Math.max(lists, other.lists));
        }
    }
}
