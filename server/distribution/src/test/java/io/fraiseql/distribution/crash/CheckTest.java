package io.fraiseql.distribution.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.crash.Write.Kind;
import io.fraiseql.distribution.crash.Write.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checks of a run find what they are there for. */
class CheckTest {

    private static final LoggedEvent INSERT = event(1, "INSERT", 1, null);
    private static final LoggedEvent UPDATE = event(2, "UPDATE", 2, 1);
    private static final LoggedEvent DELETE = event(3, "DELETE", null, 2);
    private static final List<LoggedEvent> EVENTS = List.of(INSERT, UPDATE, DELETE);
    private static final List<Write> WRITES = List.of(
            write(1, Kind.INSERT, State.ACKNOWLEDGED, 0),
            write(2, Kind.UPDATE, State.ACKNOWLEDGED, 0),
            write(3, Kind.DELETE, State.ACKNOWLEDGED, 2));

    private final List<Arrival> arrivals = new ArrayList<>();
    private List<Route> routes = Topology.NATS.routes();
    private long ticks;

    private static LoggedEvent event(long position, String type, Integer after, Integer before) {
        return new LoggedEvent(position, "e" + position, 7, type, after, before);
    }

    private static Write write(int number, Kind kind, State state, int deleted) {
        return new Write(number, kind, Set.of(7), state, Set.of(7), deleted, "");
    }

    private static List<String> findings(List<Write> writes, List<LoggedEvent> events, Map<Integer, Integer> rows) {
        Findings findings = new Findings();
        new WriteCheck(writes, events, findings).check(rows);
        return findings.list();
    }

    @Test
    void aLogThatFitsTheLedgerIsGood() {
        assertThat(findings(WRITES, EVENTS, Map.of())).isEmpty();
        List<Write> unknown = List.of(
                WRITES.get(0), write(2, Kind.UPDATE, State.UNKNOWN, 0), write(3, Kind.DELETE, State.UNKNOWN, 0));
        assertThat(findings(unknown, EVENTS, Map.of())).isEmpty();
        assertThat(findings(unknown, EVENTS.subList(0, 1), Map.of(7, 1))).isEmpty();
    }

    @Test
    void aLostWriteIsFound() {
        assertThat(findings(WRITES, EVENTS.subList(0, 2), Map.of(7, 2)))
                .singleElement()
                .asString()
                .startsWith("no event for 7 of the acknowledged Write[number=3");
    }

    @Test
    void anEventThatNobodyWroteIsFound() {
        List<Write> refused = List.of(WRITES.get(0), write(2, Kind.UPDATE, State.REFUSED, 0), WRITES.get(2));
        assertThat(findings(refused, EVENTS, Map.of()))
                .singleElement()
                .asString()
                .startsWith("UPDATE of 7 at 2 comes from Write[number=2");
        assertThat(findings(WRITES.subList(0, 2), EVENTS, Map.of()))
                .containsExactly("DELETE of 7 at 3 comes from no write");
    }

    @Test
    void gapsDoublesAndRowsOutOfOrderAreFound() {
        assertThat(findings(WRITES, List.of(INSERT, UPDATE, event(4, "DELETE", null, 2)), Map.of()))
                .containsExactly("the event e4 has position 4 where 3 follows");
        assertThat(findings(WRITES, List.of(INSERT, event(2, "UPDATE", 2, 5), DELETE), Map.of()))
                .containsExactly("UPDATE of 7 at 2 begins with version 5, and the event before it left 1");
        assertThat(findings(WRITES, EVENTS, Map.of(7, 2)))
                .containsExactly("the rows are not what the events say: {7=null in events, 2 in the table}");
        assertThat(findings(
                        WRITES,
                        List.of(INSERT, UPDATE, event(3, "UPDATE", 2, 2), event(4, "DELETE", null, 2)),
                        Map.of()))
                .containsExactly("UPDATE of 7 at 3 is the second of its write");
    }

    private void arrive(String route, String suffix, LoggedEvent event, String server) {
        arrivals.add(new Arrival(
                route, event.id() + "." + suffix, server, 1, event.id(), event.position(), event.key(), ++ticks));
        arrivals.get(arrivals.size() - 1).acknowledged = ++ticks;
    }

    private void each(LoggedEvent event, String server) {
        arrive("each", "each", event, server);
    }

    private void steps(String server) {
        arrive("first", "steps", DELETE, server);
        arrive("second", "steps.2", DELETE, server);
    }

    /** A server that says so was killed or suspended once. */
    private List<String> delivered() {
        Findings findings = new Findings();
        Senders senders = new Senders() {
            @Override
            public int mostUnnoted(String server) {
                return server.equals("steady") ? 0 : 1;
            }

            @Override
            public boolean wasSuspended(String server) {
                return server.equals("suspended");
            }
        };
        new DeliveryCheck(routes, EVENTS, arrivals, senders, findings).check();
        return findings.list();
    }

    @Test
    void everythingInItsOrderIsGood() {
        EVENTS.forEach(event -> each(event, "steady"));
        steps("steady");
        assertThat(delivered()).isEmpty();
    }

    @Test
    void whatAKilledServerHadUnderWayMayComeAgain() {
        each(INSERT, "killed");
        each(INSERT, "steady");
        each(UPDATE, "steady");
        each(DELETE, "steady");
        steps("steady");
        assertThat(delivered()).isEmpty();
    }

    @Test
    void aRepeatWithoutAReasonIsFound() {
        EVENTS.forEach(event -> each(event, "steady"));
        each(DELETE, "killed");
        steps("steady");
        assertThat(delivered()).singleElement().asString().startsWith("1 deliveries of steady came again");
    }

    @Test
    void aDeliveryThatDidNotComeIsFound() {
        each(INSERT, "steady");
        each(UPDATE, "steady");
        steps("steady");
        assertThat(delivered()).containsExactly("DELETE of 7 at 3 was never delivered to 'each'");
    }

    @Test
    void anotherOrderIsFound() {
        each(UPDATE, "steady");
        each(INSERT, "steady");
        each(DELETE, "steady");
        steps("steady");
        assertThat(delivered())
                .hasSize(2)
                .anyMatch(finding -> finding.endsWith("came before 1 was acknowledged"))
                .anyMatch(finding -> finding.endsWith("came after 2"));
    }

    @Test
    void onlyASuspendedServerMayBeLate() {
        each(INSERT, "suspended");
        each(UPDATE, "steady");
        each(INSERT, "suspended");
        each(DELETE, "steady");
        steps("steady");
        assertThat(delivered()).isEmpty();
        arrivals.remove(2);
        each(INSERT, "killed");
        assertThat(delivered()).singleElement().asString().endsWith("came after 3");
    }

    /** It had it under way when it was suspended, and another one did it meanwhile. */
    @Test
    void whatASuspendedServerSendsWhenItWakesUpIsItsOwn() {
        direct();
        each(DELETE, "suspended");
        assertThat(delivered()).isEmpty();
        each(DELETE, "suspended");
        assertThat(delivered()).singleElement().asString().startsWith("2 deliveries of suspended came again");
    }

    @Test
    void aSecondActionBeforeTheFirstIsFound() {
        EVENTS.forEach(event -> each(event, "steady"));
        arrive("second", "steps.2", DELETE, "steady");
        arrive("first", "steps", DELETE, "steady");
        assertThat(delivered())
                .singleElement()
                .asString()
                .endsWith("came before the action before it was acknowledged");
    }

    /** Each event to the direct rules, in its order. */
    private void direct() {
        EVENTS.forEach(event -> each(event, "steady"));
        steps("steady");
    }

    private void chores() {
        arrive("chore", "chores", DELETE, "steady");
        arrive("next", "chores.2", DELETE, "steady");
    }

    private void queue(String route, LoggedEvent... events) {
        routes = Topology.REDIS.routes();
        for (LoggedEvent event : events) {
            arrive(route, route, event, "steady");
        }
    }

    @Test
    void jobsHaveNoOrderUnlessTheyAreOrdered() {
        direct();
        chores();
        queue("jobs", DELETE, INSERT, UPDATE);
        queue("lanes", INSERT, UPDATE, DELETE);
        assertThat(delivered()).isEmpty();
        arrivals.removeIf(arrival -> arrival.route.equals("lanes"));
        queue("lanes", INSERT, DELETE, UPDATE);
        assertThat(delivered())
                .hasSize(2)
                .anyMatch(finding -> finding.endsWith("came before 2 was acknowledged"))
                .anyMatch(finding -> finding.endsWith("came after 3"));
    }

    @Test
    void aJobThatIsLostOrIsDoneTwiceIsFound() {
        direct();
        chores();
        queue("jobs", INSERT, DELETE, DELETE);
        queue("lanes", INSERT, UPDATE, DELETE);
        assertThat(delivered())
                .hasSize(2)
                .contains("UPDATE of 7 at 2 was never delivered to 'jobs'")
                .anyMatch(finding -> finding.startsWith("1 deliveries of steady came again"));
    }

    private static List<String> bridged(String... ids) {
        Findings findings = new Findings();
        BridgeCheck.check(EVENTS, List.of(ids), findings);
        return findings.list();
    }

    @Test
    void aStreamThatIsNotTheLogIsFound() {
        assertThat(bridged("e1", "e2", "e3")).isEmpty();
        assertThat(bridged("e1", "e2")).containsExactly("the stream has 2 events, and the log 3");
        assertThat(bridged("e1", "e2", "e2", "e3")).containsExactly("the stream has e2 where the log has e3 at 3");
        assertThat(bridged("e2", "e1", "e3")).containsExactly("the stream has e2 where the log has e1 at 1");
    }

    @Test
    void everyKindOfVictimIsDisturbed() {
        CrashOptions options = CrashOptions.parse("--topology", "nats", "--kills", "30", "--writes", "10");
        List<Disturbance> all = Disturbance.all(options, new Random(1));
        assertThat(all.stream().filter(Disturbance::kill).map(Disturbance::kind))
                .hasSize(4 * 30)
                .contains(Victim.WRITER, Victim.READER, Victim.WORKER, Victim.NATS);
        assertThat(all).contains(new Disturbance(Victim.READER, false), new Disturbance(Victim.WORKER, false));
    }
}
