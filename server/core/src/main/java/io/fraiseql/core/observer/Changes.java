package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.spi.database.WriteSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one transaction writes of deliveries. */
final class Changes {

    private final Set<PendingDelivery> added = new LinkedHashSet<>();
    private final Set<PendingDelivery> changed = new LinkedHashSet<>();
    private final Set<PendingDelivery> removed = new LinkedHashSet<>();
    private final List<DeliveryRow> parked = new ArrayList<>();

    void add(PendingDelivery delivery) {
        added.add(delivery);
    }

    /** Notes what it has become; what is new is written so at once. */
    void change(PendingDelivery delivery) {
        if (!added.contains(delivery)) {
            changed.add(delivery);
        }
    }

    /** Takes it away; what is new never becomes a row. */
    void remove(PendingDelivery delivery) {
        if (!added.remove(delivery)) {
            changed.remove(delivery);
            removed.add(delivery);
        }
    }

    /** Adds what is dead from the beginning. */
    void park(DeliveryRow row) {
        parked.add(row);
    }

    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && parked.isEmpty();
    }

    /** @param anew whether what is added may be there already, as where the cursor was set back */
    void write(DeliveryStore store, WriteSession session, boolean anew) {
        store.delete(session, rows(removed));
        store.update(session, rows(changed));
        if (anew) {
            store.replace(session, rows(added));
        } else {
            store.insert(session, rows(added));
        }
        store.replace(session, parked);
    }

    private static List<DeliveryRow> rows(Collection<PendingDelivery> deliveries) {
        List<DeliveryRow> rows = new ArrayList<>(deliveries.size());
        deliveries.forEach(delivery -> rows.add(delivery.row()));
        return rows;
    }
}
