package io.fraiseql.distribution.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the receiver got against the event log: everything came, in the order of each row, and what came again may. */
final class DeliveryCheck {

    private final List<Route> routes;
    private final List<LoggedEvent> events;
    private final List<Arrival> arrivals;
    private final Senders senders;
    private final Findings findings;
    private final Map<String, Integer> repeatedFrom = new TreeMap<>();
    private final Map<String, Integer> most = new HashMap<>();
    /** Of servers that were suspended: either they sent when they woke up, or the other one did not note the end. */
    private final List<Repeat> disputed = new ArrayList<>();

    private final List<Duration> waits = new ArrayList<>();
    private int refused;
    private int late;

    DeliveryCheck(
            List<Route> routes, List<LoggedEvent> events, List<Arrival> arrivals, Senders senders, Findings findings) {
        this.routes = routes;
        this.events = events;
        this.arrivals = arrivals;
        this.senders = senders;
        this.findings = findings;
    }

    /** Of the deliveries that came although they had been acknowledged, how long after that. */
    List<Duration> repeats() {
        return waits;
    }

    /** Deliveries that the receiver did not acknowledge. */
    int refused() {
        return refused;
    }

    /** Repeats by a server that was suspended while it sent, after later deliveries of the row had begun. */
    int late() {
        return late;
    }

    void check() {
        routes.forEach(this::route);
        for (Repeat repeat : disputed) {
            String before = repeat.before().server;
            boolean explained = repeatedFrom.getOrDefault(before, 0) < most(before);
            repeatedFrom.merge(explained ? before : repeat.again().server, 1, Integer::sum);
        }
        repeatedFrom.forEach((server, count) -> findings.require(
                count <= most(server),
                "%d deliveries of %s came again, and at most %d were under way when it was disturbed",
                count,
                server,
                most(server)));
    }

    private int most(String server) {
        return most.computeIfAbsent(server, senders::mostUnnoted);
    }

    private record Repeat(Arrival before, Arrival again) {}

    private static final class Row {
        final List<LoggedEvent> events = new ArrayList<>();
        final List<Arrival> arrivals = new ArrayList<>();
    }

    private void route(Route route) {
        Map<Integer, Row> rows = new HashMap<>();
        for (LoggedEvent event : events) {
            if (route.isFor(event)) {
                rows.computeIfAbsent(event.key(), key -> new Row()).events.add(event);
            }
        }
        for (Arrival arrival : at(route.path())) {
            rows.computeIfAbsent(arrival.key, key -> new Row()).arrivals.add(arrival);
        }
        Map<String, Long> earlier = new HashMap<>();
        if (route.before() != null) {
            at(route.before()).stream()
                    .filter(Arrival::isAcknowledged)
                    .forEach(arrival -> earlier.merge(arrival.event, arrival.acknowledged, Math::min));
        }
        rows.values().forEach(row -> row(row, route, earlier));
    }

    private List<Arrival> at(String route) {
        return arrivals.stream()
                .filter(arrival -> arrival.route.equals(route))
                .sorted(Comparator.comparingLong(arrival -> arrival.began))
                .toList();
    }

    private void row(Row row, Route route, Map<String, Long> earlier) {
        Map<Long, Arrival> acknowledged = new HashMap<>();
        Map<Long, Arrival> latest = new HashMap<>();
        Order order = new Order(row.events, acknowledged);
        for (Arrival arrival : row.arrivals) {
            findings.require(
                    arrival.delivery.equals(arrival.event + "." + route.suffix()),
                    "the id of %s is of another form",
                    arrival);
            findings.require(
                    route.before() == null || earlier.getOrDefault(arrival.event, Long.MAX_VALUE) < arrival.began,
                    "%s came before the action before it was acknowledged",
                    arrival);
            if (route.ordered()) {
                order.check(arrival);
            }
            note(arrival, acknowledged, latest);
        }
        for (LoggedEvent event : row.events) {
            Arrival arrival = acknowledged.get(event.position());
            findings.require(
                    arrival != null && arrival.event.equals(event.id()),
                    "%s of %d at %d was never delivered to '%s'",
                    event.type(),
                    event.key(),
                    event.position(),
                    route.suffix());
        }
    }

    /** The order in which the deliveries of one row must come. */
    private final class Order {

        private final List<LoggedEvent> due;
        private final Map<Long, Arrival> acknowledged;
        private int next;
        private long highest;

        Order(List<LoggedEvent> due, Map<Long, Arrival> acknowledged) {
            this.due = due;
            this.acknowledged = acknowledged;
        }

        /** Everything before it was acknowledged, and nothing after it has begun. */
        void check(Arrival arrival) {
            while (next < due.size() && due.get(next).position() < arrival.position) {
                Arrival first = acknowledged.get(due.get(next).position());
                findings.require(
                        first != null && first.acknowledged < arrival.began,
                        "%s came before %d was acknowledged",
                        arrival,
                        due.get(next).position());
                next++;
            }
            if (arrival.position < highest) {
                after(arrival, highest);
            }
            highest = Math.max(highest, arrival.position);
        }
    }

    /** Only a server that was suspended in the middle of sending may be that late. */
    private void after(Arrival arrival, long highest) {
        if (senders.wasSuspended(arrival.server)) {
            late++;
        } else {
            findings.add("%s came after %d", arrival, highest);
        }
    }

    /** What comes again is put to the account of the server that did not note the last acknowledgement. */
    private void note(Arrival arrival, Map<Long, Arrival> acknowledged, Map<Long, Arrival> latest) {
        if (!arrival.isAcknowledged()) {
            refused++;
            return;
        }
        acknowledged.putIfAbsent(arrival.position, arrival);
        Arrival before = latest.put(arrival.position, arrival);
        if (before != null) {
            waits.add(Duration.ofNanos(arrival.nanos - before.nanos));
            if (senders.wasSuspended(arrival.server)) {
                disputed.add(new Repeat(before, arrival));
            } else {
                repeatedFrom.merge(before.server, 1, Integer::sum);
            }
        }
    }
}
