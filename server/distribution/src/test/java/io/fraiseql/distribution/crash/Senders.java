package io.fraiseql.distribution.crash;

/** What is known of the servers that deliver, by their names. */
interface Senders {

    /** How many deliveries one may have had under way whose ends it could not note. */
    int mostUnnoted(String server);

    /** Whether one was ever suspended. */
    boolean wasSuspended(String server);
}
