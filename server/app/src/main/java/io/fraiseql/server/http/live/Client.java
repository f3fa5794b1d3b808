package io.fraiseql.server.http.live;

/** A WebSocket or an event stream that is open. Thread-safe; nothing here waits. */
interface Client {

    /** As in the metrics. */
    String transport();

    /** Called from time to time, for what is due. */
    void tick(long nanoTime);

    /** Ends it, because the server stops. */
    void goAway();
}
