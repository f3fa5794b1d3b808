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
    /** What becomes jobs. */
    final List<PendingDelivery> leaving = new ArrayList<>();
    /** The row that it was sent for; null for what comes from the log. */
    @Nullable
    DeliveryRow replayed;

    /** What rules have to do and of which it is open how; null before it was looked at. */
    private @Nullable List<PendingDelivery> undecided;

    private boolean decided;
    private int doing;

    Arrival(ReceivedEvent message) {
        this.message = message;
    }

    /** What is to be decided about. */
    List<PendingDelivery> undecided(ArrivalReader reader, List<ActiveRule> rules) {
        List<PendingDelivery> known = undecided;
        if (known == null) {
            known = reader.read(this, rules);
            undecided = known;
        }
        return known;
    }

    boolean isDecided() {
        return decided;
    }

    void decided() {
        decided = true;
    }

    void begun() {
        doing++;
    }

    void ended() {
        doing--;
    }

    /** Some of what was leaving has become jobs. */
    void left(List<PendingDelivery> gone) {
        leaving.removeAll(gone);
        replayed = null;
    }

    boolean isDone() {
        return decided && doing == 0 && leaving.isEmpty();
    }
}
