package io.fraiseql.distribution.crash;

/** What is known of the servers that deliver, by their names. */
interface Senders {

    /** How often one may have had actions under way whose ends it could not note. */
    int disturbances(String server);

    /** Whether one was ever suspended. */
    boolean wasSuspended(String server);
}
