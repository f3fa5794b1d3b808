package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.DistributionProcess;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One process of a server, from its start to its end. Thread-safe. */
final class Incarnation {

    private static final Pattern LOST =
            Pattern.compile("'observers' belongs to another process|events are left to other processes");

    private static final Pattern CUT_OFF = Pattern.compile("was cut off: this server could not say in time");

    private final Victim kind;
    private final String name;
    private final DistributionProcess server;
    private final AtomicInteger disturbed = new AtomicInteger();
    private volatile boolean suspended;

    Incarnation(Victim kind, String name, DistributionProcess server) {
        this.kind = kind;
        this.name = name;
        this.server = server;
    }

    /** What it says with each webhook. */
    String name() {
        return name;
    }

    Victim kind() {
        return kind;
    }

    int port() {
        return server.port();
    }

    long pid() {
        return server.pid();
    }

    void kill() {
        disturbed.incrementAndGet();
        server.kill();
    }

    void suspend() {
        disturbed.incrementAndGet();
        suspended = true;
        server.suspend();
    }

    /** What it depends on was killed. */
    void lostBroker() {
        disturbed.incrementAndGet();
    }

    void resume() {
        server.resume();
    }

    void stop() {
        server.close();
    }

    /** Whether it was ever suspended. */
    boolean wasSuspended() {
        return suspended;
    }

    /** How often all that it had under way may have ended without its noting that. */
    int disturbances() {
        return disturbed.get() + said(LOST);
    }

    /** How many actions it cut off itself, because it could not say in time that it is alive. */
    int cutOffs() {
        return said(CUT_OFF);
    }

    private int said(Pattern what) {
        return (int) what.matcher(server.output()).results().count();
    }
}
