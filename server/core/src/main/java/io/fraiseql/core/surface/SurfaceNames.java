package io.fraiseql.core.surface;

import io.fraiseql.core.model.TypeRef;

/** The names of generated types and arguments. */
public final class SurfaceNames {

    public static final String QUERY = "Query";
    public static final String MUTATION = "Mutation";
    public static final String SUBSCRIPTION = "Subscription";
    public static final String TRANSACTION = "transaction";
    public static final String INPUT = "input";
    public static final String INPUTS = "inputs";
    public static final String SET = "set";
    public static final String ALL = "all";
    public static final String CREATE = "create";
    public static final String CONNECT = "connect";
    public static final String UPDATE = "update";
    public static final String UPSERT = "upsert";
    public static final String DISCONNECT = "disconnect";
    public static final String DELETE = "delete";
    public static final String ON_CONFLICT = "onConflict";
    public static final String AFFECTED_ROWS = "affectedRows";
    public static final String RETURNING = "returning";
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

    public static final String FIRST = "first";
    public static final String LAST = "last";
    public static final String AFTER = "after";
    public static final String BEFORE = "before";
    public static final String EDGES = "edges";
    public static final String NODES = "nodes";
    public static final String NODE = "node";
    public static final String CURSOR = "cursor";
    public static final String PAGE_INFO = "pageInfo";
    public static final String TOTAL_COUNT = "totalCount";
    public static final String HAS_NEXT_PAGE = "hasNextPage";
    public static final String HAS_PREVIOUS_PAGE = "hasPreviousPage";
    public static final String START_CURSOR = "startCursor";
    public static final String END_CURSOR = "endCursor";
    public static final String NODE_ID = "nodeId";
    public static final String NODE_TYPE = "Node";
    public static final String PAGE_INFO_TYPE = "PageInfo";

    public static final String GROUP_BY = "groupBy";
    public static final String HAVING = "having";
    public static final String KEYS = "keys";
    public static final String WINDOWS = "windows";
    public static final String COUNT = "count";
    public static final String BUCKET = "bucket";
    public static final String TIME_BUCKET = "TimeBucket";
    public static final String DATE_BUCKET = "DateBucket";
    /** The bucket of a value alone. */
    public static final String VALUE = "VALUE";

    private SurfaceNames() {}

    /** The aggregates of a group of rows of a type. */
    public static String aggregate(String type) {
        return type + "Aggregate";
    }

    /** What a group of rows of a type has in common. */
    public static String keys(String type) {
        return type + "AggregateKeys";
    }

    /** The connection over rows of a type. */
    public static String connection(String type) {
        return type + "Connection";
    }

    /** One edge of a connection. */
    public static String edge(String type) {
        return type + "Edge";
    }

    /** The filter of a type. */
    public static String where(String type) {
        return type + "Where";
    }

    /** The filter of a to-many relation to a type. */
    public static String listWhere(String type) {
        return type + "ListWhere";
    }

    /** A new row of a type. */
    public static String createInput(String type) {
        return type + "CreateInput";
    }

    /** New values for a row of a type. */
    public static String setInput(String type) {
        return type + "SetInput";
    }

    /** The key of a row of a type. */
    public static String key(String type) {
        return type + "KeyInput";
    }

    /** Related rows of a type that are written together with a row, new or there already. */
    public static String nested(String type, boolean many, boolean fixed, boolean change) {
        return type + "Nested" + (fixed ? "Fixed" : "") + (many ? "Many" : "One") + (change ? "SetInput" : "Input");
    }

    /** A related row to insert or change. */
    public static String nestedUpsert(String type) {
        return type + "NestedUpsertInput";
    }

    /** A related row and its changes. */
    public static String nestedUpdate(String type) {
        return type + "NestedUpdateInput";
    }

    /** Whether an input type holds a row to write, on whose content no statement of a plan depends. */
    public static boolean isRow(String inputType) {
        return inputType.endsWith("Input");
    }

    /** Whether an enum chooses fields, so that a statement depends on its values. */
    public static boolean choosesFields(String enumType) {
        return enumType.endsWith("StoredField");
    }

    /** What an upsert does with a row that is there. */
    public static String onConflict(String type) {
        return type + "OnConflict";
    }

    /** The enum of a type's fields that can be written. */
    public static String storedField(String type) {
        return type + "StoredField";
    }

    /** What a mutation of many rows answers with. */
    public static String writeResult(String type) {
        return type + "WriteResult";
    }

    /** The order of a type. */
    public static String orderBy(String type) {
        return type + "OrderBy";
    }

    /** The filter of a scalar or enum, or of a list of these. */
    public static String filter(TypeRef type) {
        return type.name() + (type.list() ? "ListFilter" : "Filter");
    }

    /** The type of the groups of an aggregate query that has windows. */
    public static String windowed(String query) {
        return upperFirst(query) + "Aggregate";
    }

    /** The type of their windows. */
    public static String windows(String query) {
        return upperFirst(query) + "Windows";
    }

    private static String upperFirst(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
