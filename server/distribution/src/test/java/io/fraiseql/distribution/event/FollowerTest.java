package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.Follower;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.LogChange;
import io.fraiseql.core.event.LogChanges;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.Sequencer;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.event.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log is heard once, as events or as what they say of writes. */
class FollowerTest {

    private static final int BATCH = 2;

    @TempDir
    private Path folder;

    /** Notes what it hears. */
    private static final class Listener implements Follower.Audience {

        private final List<Object> heard = new ArrayList<>();
        private boolean wants;

        @Override
        public boolean wantsEvents() {
            return wants;
        }

        @Override
        public void hear(LogPage page) {
            heard.add(page.events().stream().map(Event::entityId).toList());
        }

        @Override
        public void hear(LogChanges changes) {
            heard.add(changes);
        }

        private List<Object> heard() {
            List<Object> all = List.copyOf(heard);
            heard.clear();
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void isHeardAsEventsOnlyWhileTheyAreWanted(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            Sequencer sequencer = log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one"));
            Listener listener = new Listener();
            Follower follower = new Follower(log.reader, BATCH, listener);
            log.append("a", "b", "c");
            log.target.run(List.of(
                    "UPDATE fraiseql_event SET entity_type = 'Other', event_type = 'TRUNCATE' WHERE entity_id = 'c'"));
            sequencer.pass();
            follower.pass();
            LogChange inserted = new LogChange("Thing", Event.Type.INSERT);
            assertThat(listener.heard())
                    .containsExactly(
                            new LogChanges(Set.of(inserted), 2, 2),
                            new LogChanges(Set.of(new LogChange("Other", null)), 1, 3));

            listener.wants = true;
            log.append("d", "e", "f");
            sequencer.pass();
            follower.pass();
            assertThat(listener.heard()).containsExactly(List.of("d", "e"), List.of("f"));

            listener.wants = false;
            log.append("g");
            sequencer.pass();
            follower.pass();
            follower.pass();
            assertThat(listener.heard()).containsExactly(new LogChanges(Set.of(inserted), 1, 7));
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void whatThisProcessPlacedIsReadOnlyWhereItMust(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            Sequencer sequencer = log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one"));
            Listener listener = new Listener();
            Follower follower = new Follower(log.reader, BATCH, listener);
            log.append("a", "b");
            LogChanges placed = sequencer.pass();
            log.target.run(List.of("UPDATE fraiseql_event SET event_type = 'DELETE'"));
            follower.pass(placed);
            follower.pass(sequencer.pass());
            assertThat(listener.heard()).as("as it was placed").containsExactly(placed);
            assertThat(placed.kinds()).containsExactly(new LogChange("Thing", Event.Type.INSERT));

            log.append("c");
            sequencer.pass();
            log.append("d");
            follower.pass(sequencer.pass());
            assertThat(listener.heard())
                    .as("with what another one placed before")
                    .containsExactly(new LogChanges(Set.of(new LogChange("Thing", Event.Type.INSERT)), 2, 4));

            listener.wants = true;
            log.append("e");
            follower.pass(sequencer.pass());
            assertThat(listener.heard()).containsExactly(List.of("e"));
        }
    }
}
