package io.fraiseql.core.event;

import org.slf4j.Logger;

/** Says once in the log that something cannot go on, however often it is tried, and once that it goes on. One thread. */
public final class Outage {

    private final Logger log;
    private final String begun;
    private final String over;
    private volatile boolean lasting;

    /**
     * Nothing is wrong yet.
     *
     * @param begun what cannot go on
     * @param over that it goes on
     */
    public Outage(Logger log, String begun, String over) {
        this.log = log;
        this.begun = begun;
        this.over = over;
    }

    /** It was tried and failed. */
    public void failed(Throwable failure) {
        if (lasting) {
            log.debug("still {}", begun, failure);
        } else {
            lasting = true;
            log.error("{}: {}", begun, failure.getMessage(), failure);
        }
    }

    /** It was tried and done. */
    public void worked() {
        if (lasting) {
            lasting = false;
            log.info(over);
        }
    }

    /** Whether the last try failed. */
    public boolean isLasting() {
        return lasting;
    }
}
