package io.fraiseql.distribution.crash;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The servers of a run, each in its place, where another process follows when one was killed. Thread-safe. */
final class Fleet implements Senders, AutoCloseable {

    private final Stock stock;
    private final AtomicReferenceArray<Incarnation> places;
    private final List<Incarnation> all = new CopyOnWriteArrayList<>();

    Fleet(Stock stock, int servers) {
        this.stock = stock;
        this.places = new AtomicReferenceArray<>(servers);
        for (int place = 0; place < servers; place++) {
            start(place);
        }
    }

    int size() {
        return places.length();
    }

    /** Starts the next process of a place. */
    void start(int place) {
        String name = "server-" + (char) ('a' + place) + (all.size() + 1);
        Incarnation next = new Incarnation(name, stock.serve(name));
        all.add(next);
        places.set(place, next);
    }

    /** The process in a place; null while there is none. */
    Incarnation at(int place) {
        return places.get(place);
    }

    /** The process that a writer prefers, another one while there is none, or null. */
    Incarnation near(int writer) {
        for (int i = 0; i < size(); i++) {
            Incarnation one = places.get((writer + i) % size());
            if (one != null) {
                return one;
            }
        }
        return null;
    }

    /** Ends the process in a place at once. */
    Incarnation kill(int place) {
        Incarnation killed = places.getAndSet(place, null);
        killed.kill();
        return killed;
    }

    /** Every process that there was. */
    List<Incarnation> all() {
        return all;
    }

    @Override
    public int disturbances(String server) {
        return named(server).disturbances();
    }

    @Override
    public boolean wasSuspended(String server) {
        return named(server).wasSuspended();
    }

    private Incarnation named(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        for (int place = 0; place < size(); place++) {
            Incarnation last = places.getAndSet(place, null);
            if (last != null) {
                last.resume();
                last.stop();
            }
        }
    }
}
