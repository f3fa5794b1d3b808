package io.fraiseql.distribution.crash;

/** A webhook that came in; what it says, and when by the order of what the receiver saw and did. */
final class Arrival {

    final String route;
    final String delivery;
    final String server;
    final String event;
    final long position;
    final int key;
    final int attempt;
    final long began;
    final long nanos = System.nanoTime();
    /** When it was acknowledged; 0 when it was not. */
    volatile long acknowledged;

    /** @param event its id */
    Arrival(
            String route,
            String delivery,
            String server,
            int attempt,
            String event,
            long position,
            int key,
            long began) {
        this.route = route;
        this.delivery = delivery;
        this.server = server;
        this.attempt = attempt;
        this.event = event;
        this.position = position;
        this.key = key;
        this.began = began;
    }

    boolean isAcknowledged() {
        return acknowledged > 0;
    }

    @Override
    public String toString() {
        return "%s %s of %d at %d, attempt %d from %s [%d, %d]"
                .formatted(route, delivery, key, position, attempt, server, began, acknowledged);
    }
}
