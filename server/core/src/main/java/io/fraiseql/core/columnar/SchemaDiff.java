package io.fraiseql.core.columnar;

import io.fraiseql.core.schema.Pointer;
import io.fraiseql.spi.columnar.DeclaredField;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.columnar.DeclaredType;
import io.fraiseql.spi.columnar.DeclaredType.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How two versions of a schema differ. A change is breaking when rows of the newer one cannot be given to who expects the older, or rows of who writes
 * the older cannot be taken. Used once.
 */
public final class SchemaDiff {

    private static final List<List<Kind>> WIDER = List.of(
            List.of(Kind.INT8, Kind.INT16, Kind.INT32, Kind.INT64),
            List.of(Kind.UINT8, Kind.UINT16, Kind.UINT32, Kind.UINT64));

    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff() {}

    /**
     * A difference.
     *
     * @param field the pointer to it, by names of fields
     */
    public record Change(String field, String message, boolean breaking) {

        @Override
        public String toString() {
            return (breaking ? "breaking  " : "fine      ") + field + ": " + message;
        }
    }

    /** The differences, in the order of the older version and then of the newer. */
    public static List<Change> between(DeclaredSchema older, DeclaredSchema newer) {
        SchemaDiff diff = new SchemaDiff();
        diff.fields("", older.fields(), newer.fields());
        return List.copyOf(diff.changes);
    }

    private void fields(String at, List<DeclaredField> older, List<DeclaredField> newer) {
        Map<String, DeclaredField> added = new LinkedHashMap<>();
        newer.forEach(field -> added.put(field.name(), field));
        for (DeclaredField before : older) {
            DeclaredField after = added.remove(before.name());
            String place = Pointer.to(at, before.name());
            if (after == null) {
                change(place, "is removed", true);
            } else {
                field(place, before, after);
            }
        }
        added.values().forEach(field -> {
            boolean breaking = field.required() && field.defaultValue() == null;
            change(
                    Pointer.to(at, field.name()),
                    breaking ? "is added as required, without default" : "is added",
                    breaking);
        });
    }

    private void field(String at, DeclaredField before, DeclaredField after) {
        type(at, before.type(), after.type());
        if (before.nullable() != after.nullable()) {
            change(at, after.nullable() ? "may be null now" : "may not be null any more", true);
        }
        if (before.required() != after.required()) {
            change(
                    at,
                    after.required() ? "is required now" : "is not required any more",
                    after.required() && after.defaultValue() == null);
        }
    }

    private void type(String at, DeclaredType before, DeclaredType after) {
        if (before.kind() == after.kind() && !before.fields().isEmpty()) {
            fields(at, before.fields(), after.fields());
        } else if (!before.equals(after)) {
            boolean wider = isWider(before, after);
            change(at, "was " + before + " and is " + after + (wider ? ", which is wider" : ""), !wider);
        }
    }

    private static boolean isWider(DeclaredType before, DeclaredType after) {
        if (before.kind() == Kind.DECIMAL && after.kind() == Kind.DECIMAL) {
            return after.scale() >= before.scale()
                    && after.precision() - after.scale() >= before.precision() - before.scale();
        }
        return WIDER.stream()
                .anyMatch(kinds ->
                        kinds.contains(before.kind()) && kinds.indexOf(after.kind()) > kinds.indexOf(before.kind()));
    }

    private void change(String field, String message, boolean breaking) {
        changes.add(new Change(field, message, breaking));
    }
}
