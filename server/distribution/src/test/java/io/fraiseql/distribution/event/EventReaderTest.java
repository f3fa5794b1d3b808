package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.RecentEvents;
import io.fraiseql.core.event.SelectedEvents;
import io.fraiseql.core.event.Sequencer;
import io.fraiseql.core.event.UnreadableEvent;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventPage;
import io.fraiseql.spi.event.EventSelection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events as they are read: the same from every database. */
class EventReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void haveWhatWasWritten(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            log.append("plain", "[1,\"two\"]");
            log.target.run(List.of(
                    "UPDATE fraiseql_event SET id = '00000000-0000-7000-8000-00000000abcd', event_type = 'UPDATE',"
                            + " data = '{\"n\": \"\u00e9 \u4e16\"}', \"before\" = '{\"n\": null}', changed_fields = '[\"n\", \"m\"]', user_id = 'ada', org_id = 'acme',"
                            + " trace_context = '00-1-2-01' WHERE entity_id = '[1,\"two\"]'"));
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            List<Event> events = log.reader.after(0, 10).events();
            assertThat(events).extracting(Event::position).containsExactly(1L, 2L);
            Event plain = events.get(0);
            assertThat(plain.type()).isEqualTo(Event.Type.INSERT);
            assertThat(plain.entityType()).isEqualTo("Thing");
            assertThat(plain.entityId()).isEqualTo("plain");
            assertThat(plain.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
            assertThat(plain.before()).isNull();
            assertThat(plain.changedFields()).isNull();
            assertThat(plain.userId()).isNull();
            Event full = events.get(1);
            assertThat(full.id()).hasToString("00000000-0000-7000-8000-00000000abcd");
            assertThat(full.entityId()).isEqualTo("[1,\"two\"]");
            assertThat(full.type()).isEqualTo(Event.Type.UPDATE);
            assertThat(full.data()).isEqualToIgnoringWhitespace("{\"n\": \"\u00e9 \u4e16\"}");
            assertThat(full.before()).isEqualToIgnoringWhitespace("{\"n\": null}");
            assertThat(full.changedFields()).containsExactly("n", "m");
            assertThat(full.userId()).isEqualTo("ada");
            assertThat(full.orgId()).isEqualTo("acme");
            assertThat(full.traceContext()).isEqualTo("00-1-2-01");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void areChosen(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            log.append("a", "b", "c", "d");
            log.target.run(List.of(
                    "UPDATE fraiseql_event SET org_id = 'acme' WHERE entity_id IN ('a', 'b')",
                    "UPDATE fraiseql_event SET org_id = 'ACME', event_type = 'DELETE' WHERE entity_id = 'c'",
                    "UPDATE fraiseql_event SET entity_type = 'Other' WHERE entity_id = 'b'"));
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            Instant time = Instant.parse("2026-01-02T03:04:05.123456Z");
            Instant later = time.plusNanos(1_000);
            assertThat(chosen(log, new EventSelection(null, null, null, null, null, null, null, false)))
                    .containsExactly("a", "b", "c", "d");
            assertThat(chosen(log, new EventSelection(null, null, "acme", time, later, 0L, null, false)))
                    .containsExactly("a", "b");
            assertThat(chosen(log, new EventSelection("Thing", null, "acme", null, null, null, null, false)))
                    .containsExactly("a");
            assertThat(chosen(log, new EventSelection("Thing", Event.Type.INSERT, null, null, null, 1L, 1L, false)))
                    .containsExactly("d");
            assertThat(chosen(log, new EventSelection(null, Event.Type.DELETE, null, null, null, null, null, false)))
                    .containsExactly("c");
            assertThat(chosen(log, new EventSelection(null, null, null, later, null, null, null, false)))
                    .isEmpty();
            assertThat(chosen(log, new EventSelection(null, null, null, null, time, null, null, false)))
                    .isEmpty();
        }
    }

    private static List<String> chosen(TestingLog log, EventSelection selection) {
        List<String> keys = new ArrayList<>();
        try (EventFeed feed = feed(log, selection)) {
            for (EventPage page = feed.next(); page != null; page = feed.next()) {
                page.events().forEach(event -> keys.add(event.entityId()));
            }
        }
        return keys;
    }

    private static EventFeed feed(TestingLog log, EventSelection selection) {
        return new SelectedEvents(log.reader, new RecentEvents(log.reader.end()), selection, Supplier::get);
    }

    @Test
    void areWantedByWhoFollowsUntilHeLeaves() {
        try (TestingLog log = TestingLog.open(TestDatabase.SQLITE, folder)) {
            RecentEvents recent = new RecentEvents(log.reader.end());
            EventFeed all = new SelectedEvents(log.reader, recent, from(0), Supplier::get);
            assertThat(recent.followed()).as("by who reads what there is").isFalse();
            all.close();
            EventSelection onwards = new EventSelection(null, null, null, null, null, null, null, true);
            EventFeed first = new SelectedEvents(log.reader, recent, onwards, Supplier::get);
            EventFeed second = new SelectedEvents(log.reader, recent, onwards, Supplier::get);
            first.close();
            first.close();
            assertThat(recent.followed()).as("by the second").isTrue();
            second.close();
            assertThat(recent.followed()).isFalse();
        }
    }

    @Test
    void thoseThatWereTakenAwayAreMissed() {
        try (TestingLog log = TestingLog.open(TestDatabase.SQLITE, folder)) {
            log.append("a", "b", "c", "d");
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            log.target.run(List.of(
                    "DELETE FROM fraiseql_event WHERE position <= 2",
                    "UPDATE fraiseql_event SET event_type = 'insert' WHERE position = 4"));
            assertThatThrownBy(() -> feed(log, from(1)))
                    .isInstanceOf(FraiseqlException.class)
                    .hasMessage(
                            "the events up to position 2 were taken away (events.retention), so that those behind 1 are"
                                    + " not all there; read the rows anew and begin after 2");
            assertThat(chosen(log, from(4))).isEmpty();
            try (EventFeed feed = feed(log, from(2))) {
                EventPage page = feed.next();
                assertThat(page).isNotNull();
                assertThat(page.events()).extracting(Event::entityId).containsExactly("c");
                assertThat(page.position()).isEqualTo(3);
                assertThatThrownBy(feed::next)
                        .hasMessageContaining("the event at position 4 cannot be read")
                        .hasMessageEndingWith("or begin after 4");
            }
        }
    }

    private static EventSelection from(long position) {
        return new EventSelection(null, null, null, null, null, position, null, false);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void areNamedWhenTheyCannotBeRead(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            log.append("good", "bad", "next");
            log.target.run(List.of("UPDATE fraiseql_event SET event_type = 'insert' WHERE entity_id = 'bad'"));
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            LogPage page = log.reader.after(0, 10);
            assertThat(page.events()).extracting(Event::entityId).containsExactly("good", "next");
            assertThat(page.end()).isEqualTo(3);
            assertThat(page.unreadable()).hasSize(1);
            UnreadableEvent bad = page.unreadable().get(0);
            assertThat(bad.position()).isEqualTo(2);
            assertThat(bad.problem())
                    .isEqualTo("the event at position 2 cannot be read: event_type is none of"
                            + " [INSERT, UPDATE, DELETE, CUSTOM]; correct its row in fraiseql_event");
            assertThat(bad.json()).contains("\"key\":\"bad\"", "\"type\":\"insert\"", bad.problem());
            assertThat(UnreadableEvent.isKept(bad.json())).isTrue();
            assertThat(UnreadableEvent.isKept(EventJson.write(page.events().get(0))))
                    .isFalse();
            assertThat(log.reader.after(1, 1).end()).isEqualTo(2);
        }
    }

    /** A position that nobody gave does not lead past those that are to come. */
    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void areReadNoFurtherThanPositionsWereGiven(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            Sequencer sequencer = log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one"));
            log.append("a", "stray");
            log.target.run(List.of("UPDATE fraiseql_event SET position = 3000 WHERE entity_id = 'stray'"));
            sequencer.pass();
            LogPage page = log.reader.after(0, 10);
            assertThat(page.events()).extracting(Event::entityId).containsExactly("a");
            assertThat(page.end()).isEqualTo(1);
            log.append("b");
            sequencer.pass();
            assertThat(log.keys(1)).containsExactly("b");
            log.target.run(List.of("UPDATE fraiseql_event SET position = NULL WHERE entity_id = 'stray'"));
            sequencer.pass();
            assertThat(log.keys(2)).containsExactly("stray");
            assertThat(log.reader.after(2, 10).end()).isEqualTo(3);
        }
    }

    /** Where JSON is a text, columns take what they are not for, and a time can be no time. */
    private static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of(TestDatabase.SQLITE, "data = '{\"a\":'", "data is not JSON"),
                Arguments.of(TestDatabase.SQLITE, "data = ''", "data is not one JSON value"),
                Arguments.of(TestDatabase.SQLITE, "data = '{} {}'", "data is not one JSON value"),
                Arguments.of(TestDatabase.SQLITE, "data = x'ff'", "BLOB"),
                Arguments.of(TestDatabase.SQLITE, "\"before\" = 'x'", "before is not JSON"),
                Arguments.of(TestDatabase.SQLITE, "event_type = x'41'", "BLOB"),
                Arguments.of(TestDatabase.SQLITE, "id = 'x'", "UUID"),
                Arguments.of(TestDatabase.SQLITE, "created_at = 'soon'", "ISO 8601"),
                Arguments.of(TestDatabase.POSTGRESQL, "created_at = 'infinity'", "infinity"));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void areFoundWhateverIsWrong(TestDatabase database, String change, String problem) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            log.append("bad", "next");
            log.target.run(List.of("UPDATE fraiseql_event SET " + change + " WHERE entity_id = 'bad'"));
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            LogPage page = log.reader.after(0, 10);
            assertThat(page.events()).extracting(Event::entityId).containsExactly("next");
            assertThat(page.unreadable())
                    .extracting(UnreadableEvent::entityType)
                    .containsExactly("Thing");
            UnreadableEvent bad = page.unreadable().get(0);
            assertThat(bad.problem()).contains(problem);
            assertThat(bad.mayBe("Thing", Event.Type.INSERT)).isTrue();
            assertThat(bad.mayBe("Other", null)).isFalse();
        }
    }
}
