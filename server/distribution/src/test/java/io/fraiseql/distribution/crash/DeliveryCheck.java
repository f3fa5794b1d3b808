package io.fraiseql.distribution.crash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the receiver got against the event log: everything came, in the order of each row, and what came again may. */
final class DeliveryCheck {

    private final List<LoggedEvent> events;
    private final List<Arrival> arrivals;
    private final Senders senders;
    private final Findings findings;
    private final Map<String, Integer> repeatedFrom = new TreeMap<>();
    private int repeats;
    private int refused;
    private int late;

    DeliveryCheck(List<LoggedEvent> events, List<Arrival> arrivals, Senders senders, Findings findings) {
        this.events = events;
        this.arrivals = arrivals;
        this.senders = senders;
        this.findings = findings;
    }

    /** Deliveries that came although they had been acknowledged. */
    int repeats() {
        return repeats;
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
        route("each", "each", null, true);
        route("first", "steps", null, false);
        route("second", "steps.2", "first", false);
        repeatedFrom.forEach((server, count) -> {
            // The actions of two rules are under way at once.
            int most = 2 * CrashOptions.CONCURRENCY * senders.disturbances(server);
            findings.require(
                    count <= most,
                    "%d deliveries of %s came again, and at most %d were under way when it was disturbed",
                    count,
                    server,
                    most);
        });
    }

    private static final class Row {
        final List<LoggedEvent> events = new ArrayList<>();
        final List<Arrival> arrivals = new ArrayList<>();
    }

    /**
     * @param suffix of the delivery's id behind that of the event
     * @param before the route that must have acknowledged an event first
     * @param all whether all events are delivered, or deletes only
     */
    private void route(String route, String suffix, String before, boolean all) {
        Map<Integer, Row> rows = new HashMap<>();
        for (LoggedEvent event : events) {
            if (all || event.type().equals("DELETE")) {
                rows.computeIfAbsent(event.key(), key -> new Row()).events.add(event);
            }
        }
        for (Arrival arrival : at(route)) {
            rows.computeIfAbsent(arrival.key, key -> new Row()).arrivals.add(arrival);
        }
        Map<String, Long> earlier = new HashMap<>();
        if (before != null) {
            at(before).stream()
                    .filter(Arrival::isAcknowledged)
                    .forEach(arrival -> earlier.merge(arrival.event, arrival.acknowledged, Math::min));
        }
        rows.forEach((key, row) -> row(row, suffix, before == null ? null : earlier));
    }

    private List<Arrival> at(String route) {
        return arrivals.stream()
                .filter(arrival -> arrival.route.equals(route))
                .sorted(Comparator.comparingLong(arrival -> arrival.began))
                .toList();
    }

    private void row(Row row, String suffix, Map<String, Long> earlier) {
        Map<Long, Arrival> acknowledged = new HashMap<>();
        Map<Long, Arrival> latest = new HashMap<>();
        int next = 0;
        long highest = 0;
        for (Arrival arrival : row.arrivals) {
            findings.require(
                    arrival.delivery.equals(arrival.event + "." + suffix), "the id of %s is of another form", arrival);
            while (next < row.events.size() && row.events.get(next).position() < arrival.position) {
                Arrival first = acknowledged.get(row.events.get(next).position());
                findings.require(
                        first != null && first.acknowledged < arrival.began,
                        "%s came before %d was acknowledged",
                        arrival,
                        row.events.get(next).position());
                next++;
            }
            findings.require(
                    earlier == null || earlier.getOrDefault(arrival.event, Long.MAX_VALUE) < arrival.began,
                    "%s came before the action before it was acknowledged",
                    arrival);
            if (arrival.position < highest) {
                after(arrival, highest);
            }
            highest = Math.max(highest, arrival.position);
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
                    suffix);
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
            repeats++;
            repeatedFrom.merge(before.server, 1, Integer::sum);
        }
    }
}
