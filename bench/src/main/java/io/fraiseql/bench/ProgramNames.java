package io.fraiseql.bench;

/** What the measured programs are called in results. */
public final class ProgramNames {

    public static final String SERVER = "server";
    public static final String SERVER_WITHOUT_OUTBOX = "server-without-outbox";
    /** The floor that reads typed rows. */
    public static final String TYPED_ROWS = "floor-a";
    /** The floor whose answers the database writes. */
    public static final String DATABASE_JSON = "floor-b";

    public static final String JDBC_UPDATE = "jdbc-update";
    public static final String JDBC_UPDATE_WITH_EVENT = "jdbc-update-with-event";
    public static final String JDBC_BATCH = "jdbc-batch";
    public static final String JDBC_BATCH_REWRITTEN = "jdbc-batch-rewritten";
    public static final String JDBC_BATCH_WITH_EVENTS = "jdbc-batch-with-events";

    private ProgramNames() {}
}
