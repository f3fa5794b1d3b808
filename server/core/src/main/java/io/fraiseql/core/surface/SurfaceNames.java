package io.fraiseql.core.surface;

import io.fraiseql.core.model.TypeRef;

/** The names of generated types and arguments. */
public final class SurfaceNames {

    public static final String QUERY = "Query";
    public static final String ORDER_DIRECTION = "OrderDirection";
    public static final String CONSISTENT = "consistent";
    public static final String WHERE = "where";
    public static final String ORDER_BY = "orderBy";
    public static final String LIMIT = "limit";
    public static final String OFFSET = "offset";
    public static final String AND = "_and";
    public static final String OR = "_or";
    public static final String NOT = "_not";
    public static final String SOME = "some";
    public static final String EVERY = "every";
    public static final String NONE = "none";

    private SurfaceNames() {}

    /** The filter of a type. */
    public static String where(String type) {
        return type + "Where";
    }

    /** The filter of a to-many relation to a type. */
    public static String listWhere(String type) {
        return type + "ListWhere";
    }

    /** The order of a type. */
    public static String orderBy(String type) {
        return type + "OrderBy";
    }

    /** The filter of a scalar or enum, or of a list of these. */
    public static String filter(TypeRef type) {
        return type.name() + (type.list() ? "ListFilter" : "Filter");
    }
}
