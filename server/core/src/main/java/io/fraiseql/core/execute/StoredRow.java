package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A written row as a statement gave it.
 *
 * @param target whose rows these are
 * @param json the whole row as an object
 * @param places for each field where its value begins and where it ends in {@code json}
 * @param kept the values of the {@link WriteTarget#kept} columns as they are bound, the key first
 */
record StoredRow(WriteTarget target, byte[] json, int[] places, List<Object> kept) {

    /** The values of the key. */
    List<Object> key() {
        return kept.subList(0, target.key().size());
    }

    /** The value of a kept column. */
    @Nullable
    Object value(WriteColumn column) {
        return kept.get(target.kept().indexOf(column));
    }

    String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Writes the value of the field at an index as JSON. */
    void write(int field, Utf8Buffer out) {
        out.write(json, places[2 * field], places[2 * field + 1] - places[2 * field]);
    }

    /** Whether the field at an index is null. */
    boolean isNull(int field) {
        return json[places[2 * field]] == 'n';
    }

    /** The value of a field as JSON. */
    String json(WriteColumn column) {
        int index = target.image().indexOf(column);
        int from = places[2 * index];
        return new String(json, from, places[2 * index + 1] - from, StandardCharsets.UTF_8);
    }

    /** The fields whose values differ from those of an earlier image of the row. */
    List<String> changedSince(StoredRow before) {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < target.columns().size(); i++) {
            boolean same = Arrays.equals(
                    json,
                    places[2 * i],
                    places[2 * i + 1],
                    before.json,
                    before.places[2 * i],
                    before.places[2 * i + 1]);
            if (!same) {
                changed.add(target.columns().get(i).field());
            }
        }
        return changed;
    }
}
