package io.fraiseql.distribution.crash;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The servers of a run, each in its place, where another process follows when one was killed. Thread-safe. */
final class Fleet implements Senders, AutoCloseable {

    private final Stock stock;
    private final Topology topology;
    private final List<Victim> kinds;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicReferenceArray<Incarnation> places;
    private final List<Incarnation> all = new CopyOnWriteArrayList<>();

    Fleet(Stock stock, CrashOptions options) {
        this.stock = stock;
        this.topology = options.topology();
        this.kinds = topology.servers(options.database());
        this.places = new AtomicReferenceArray<>(kinds.size());
        IntStream.range(0, kinds.size()).parallel().forEach(this::start);
    }

    int size() {
        return kinds.size();
    }

    /** The places of servers of a kind. */
    List<Integer> places(Victim kind) {
        return IntStream.range(0, size())
                .filter(place -> kinds.get(place) == kind)
                .boxed()
                .toList();
    }

    /** Starts the next process of a place. */
    void start(int place) {
        Victim kind = kinds.get(place);
        String name = kind + "-" + started.incrementAndGet();
        Incarnation next = new Incarnation(kind, name, stock.serve(kind, name));
        all.add(next);
        places.set(place, next);
    }

    /** The process in a place; null while there is none. */
    Incarnation at(int place) {
        return places.get(place);
    }

    /** The process that a writer prefers, another one that answers while there is none, or null. */
    Incarnation near(int writer) {
        for (int i = 0; i < size(); i++) {
            Incarnation one = places.get((writer + i) % size());
            if (one != null && one.kind().answers()) {
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

    /** What carries the work was killed. */
    void lostBroker() {
        for (int place = 0; place < size(); place++) {
            Incarnation one = places.get(place);
            if (one != null && one.kind().works()) {
                one.lostBroker();
            }
        }
    }

    @Override
    public int mostUnnoted(String server) {
        Incarnation one = named(server);
        return one.disturbances() * topology.underWay(one.kind()) + one.cutOffs() * topology.atOnce();
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
        IntStream.range(0, size()).parallel().forEach(place -> {
            Incarnation last = places.getAndSet(place, null);
            if (last != null) {
                last.resume();
                last.stop();
            }
        });
    }
}
