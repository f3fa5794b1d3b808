package io.fraiseql.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleActionTest {

    private static final Event EVENT = new Event(
            1, new UUID(0, 1), "Book", "7", Event.Type.INSERT, "{}", null, null, null, null, null, Instant.EPOCH);

    @TempDir
    Path folder;

    private Action<ExampleParameters> action(Path in) {
        return new ExampleActionFactory().create(new ExampleConfig(in.toString()), Clock::systemUTC);
    }

    private static ExampleParameters parameters(String file) {
        return new ExampleParameters(file, (event, escape) -> event.type() + " " + event.entityId());
    }

    private static Delivery delivery(String id) {
        return new Delivery(id, "rule", EVENT, 1, Long.MAX_VALUE);
    }

    @Test
    void appendsALineForEachDelivery() throws IOException {
        action(folder).run(parameters("books.txt"), delivery("a"));
        action(folder).run(parameters("books.txt"), delivery("b"));
        assertThat(Files.readString(folder.resolve("books.txt"))).isEqualTo("INSERT 7\ta\nINSERT 7\tb\n");
    }

    @Test
    void mayBeTriedAgainWhenTheFileCannotBeWritten() {
        assertThatThrownBy(() -> action(folder.resolve("missing")).run(parameters("books.txt"), delivery("a")))
                .isInstanceOfSatisfying(ActionFailedException.class, e -> assertThat(e.permanent())
                        .isFalse())
                .hasMessage("books.txt cannot be written");
    }

    @Test
    void staysInItsFolder() {
        assertThatThrownBy(() -> parameters("../books.txt")).isInstanceOf(IllegalArgumentException.class);
    }
}
