package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.transport.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;

/** An event that has arrived, with what rules still have to do for it. One thread. */
final class Arrival {

    final ReceivedEvent message;
    /** What is to be kept when all is done. */
    final List<DeliveryRow> letters = new ArrayList<>();
    /** The row that it was sent for; null for what comes from the log. */
    @Nullable
    DeliveryRow replayed;

    private int open;

    Arrival(ReceivedEvent message) {
        this.message = message;
    }

    void opened() {
        open++;
    }

    void ended() {
        open--;
    }

    boolean isDone() {
        return open == 0;
    }
}
