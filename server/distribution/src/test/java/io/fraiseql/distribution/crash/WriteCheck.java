package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.crash.Write.Kind;
import io.fraiseql.distribution.crash.Write.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds the event log against the ledger of writes and against the rows: nothing lost, nothing made up, nothing twice, in order. */
final class WriteCheck {

    private final List<Write> writes;
    private final List<LoggedEvent> events;
    private final Findings findings;
    private final Map<Integer, Write> byNumber = new HashMap<>();
    /** What is known to be deleted: the key and the version that it had. */
    private final Set<Row> deleted = new HashSet<>();
    /** Deletes that nobody answered, by key. */
    private final Map<Integer, Integer> uncertain = new HashMap<>();
    /** Which rows of which write have an event. */
    private final Set<Row> seen = new HashSet<>();
    /** Of which row as it was left a delete has an event. */
    private final Set<Row> gone = new HashSet<>();

    private final Set<Integer> unknownWritten = new HashSet<>();

    /** One row as one write left it. */
    private record Row(int key, int version) {}

    WriteCheck(List<Write> writes, List<LoggedEvent> events, Findings findings) {
        this.writes = writes;
        this.events = events;
        this.findings = findings;
        for (Write write : writes) {
            byNumber.put(write.number(), write);
            if (write.kind() == Kind.DELETE && write.state() == State.ACKNOWLEDGED) {
                int key = write.keys().iterator().next();
                deleted.add(new Row(key, write.deleted()));
            } else if (write.kind() == Kind.DELETE && write.state() == State.UNKNOWN) {
                uncertain.merge(write.keys().iterator().next(), 1, Integer::sum);
            }
        }
    }

    /** How many of the writes that nobody answered were written. */
    int unknownWritten() {
        return unknownWritten.size();
    }

    void check(Map<Integer, Integer> rows) {
        positions();
        Map<Integer, Integer> state = new HashMap<>();
        for (LoggedEvent event : events) {
            chain(event, state);
            origin(event);
        }
        findings.require(state.equals(rows), "the rows are not what the events say: %s", differences(state, rows));
        writes.stream().filter(write -> write.state() == State.ACKNOWLEDGED).forEach(this::isThere);
    }

    private void positions() {
        Set<String> ids = new HashSet<>();
        long expected = 0;
        for (LoggedEvent event : events) {
            expected++;
            findings.require(
                    event.position() != null && event.position() == expected,
                    "the event %s has position %s where %d follows",
                    event.id(),
                    event.position(),
                    expected);
            findings.require(ids.add(event.id()), "the event %s is there twice", event.id());
        }
    }

    /** Each event of a row begins with what the one before left. */
    private void chain(LoggedEvent event, Map<Integer, Integer> state) {
        Integer left = event.after() == null ? state.remove(event.key()) : state.put(event.key(), event.after());
        findings.require(
                Objects.equals(left, event.before()),
                "%s of %d at %d begins with version %s, and the event before it left %s",
                event.type(),
                event.key(),
                event.position(),
                event.before(),
                left);
    }

    /** Each event comes from one write. */
    private void origin(LoggedEvent event) {
        if (event.after() == null) {
            Row row = new Row(event.key(), event.before());
            boolean known = deleted.contains(row) && gone.add(row);
            if (!known && uncertain.merge(event.key(), -1, Integer::sum) < 0) {
                findings.add("%s of %d at %d comes from no write", event.type(), event.key(), event.position());
            }
            return;
        }
        Write write = byNumber.get(event.after());
        boolean fits = write != null
                && write.state() != State.REFUSED
                && write.kind().event.equals(event.type())
                && write.keys().contains(event.key());
        findings.require(fits, "%s of %d at %d comes from %s", event.type(), event.key(), event.position(), write);
        findings.require(
                seen.add(new Row(event.key(), event.after())),
                "%s of %d at %d is the second of its write",
                event.type(),
                event.key(),
                event.position());
        if (fits && write.state() == State.UNKNOWN) {
            unknownWritten.add(write.number());
        }
    }

    private void isThere(Write write) {
        for (int key : write.written()) {
            boolean there = write.kind() == Kind.DELETE
                    ? gone.contains(new Row(key, write.deleted()))
                    : seen.contains(new Row(key, write.number()));
            findings.require(there, "no event for %d of the acknowledged %s", key, write);
        }
    }

    private static Map<Integer, String> differences(Map<Integer, Integer> state, Map<Integer, Integer> rows) {
        Set<Integer> keys = new HashSet<>(state.keySet());
        keys.addAll(rows.keySet());
        Map<Integer, String> differences = new HashMap<>();
        for (int key : keys) {
            if (!Objects.equals(state.get(key), rows.get(key))) {
                differences.put(key, state.get(key) + " in events, " + rows.get(key) + " in the table");
            }
        }
        return differences;
    }
}
