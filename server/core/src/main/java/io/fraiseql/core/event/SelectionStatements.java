package io.fraiseql.core.event;

import static io.fraiseql.core.event.Nodes.compare;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.event.EventSelection;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements that read chosen events of a part of the log, one for each set of conditions. Thread-safe. */
final class SelectionStatements {

    private static final int FIXED = 3;

    private final Dialect dialect;
    private final Map<Shape, Prepared> statements = new ConcurrentHashMap<>();

    /** Which conditions there are, by the place of their values. */
    private record Shape(List<Integer> conditions, boolean asTexts) {}

    SelectionStatements(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Reads events behind a position, in their order: values are that position, the last position, how many at most, and {@link #values}.
     *
     * @param asTexts whether to read also what is not the JSON that it should be
     */
    Prepared of(EventSelection selection, boolean asTexts) {
        List<Integer> conditions = new ArrayList<>();
        Object[] values = values(selection, 0, 0, 0);
        for (int slot = FIXED; slot < values.length; slot++) {
            if (values[slot] != null) {
                conditions.add(slot);
            }
        }
        return statements.computeIfAbsent(new Shape(List.copyOf(conditions), asTexts), this::prepare);
    }

    /** The values of its statement. */
    static Object[] values(EventSelection selection, long after, long upTo, int limit) {
        return new Object[] {
            after,
            upTo,
            (long) limit,
            selection.entityType(),
            selection.eventType() == null ? null : selection.eventType().name(),
            selection.organisation(),
            time(selection.from()),
            time(selection.to())
        };
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private Prepared prepare(Shape shape) {
        List<SqlExpr> conditions = new ArrayList<>();
        conditions.add(compare("position", Operator.GREATER, 0, BIGINT));
        conditions.add(compare("position", Operator.LESS_OR_EQUAL, 1, BIGINT));
        shape.conditions().forEach(slot -> conditions.add(condition(slot)));
        Map<String, ColumnType> columns = shape.asTexts() ? EventColumns.AS_TEXTS : EventColumns.TYPES;
        return Prepared.of(
                Nodes.select(
                        columns,
                        "fraiseql_event",
                        new SqlExpr.Logic(true, conditions),
                        List.of(Nodes.ascending("position", BIGINT)),
                        Nodes.first(2)),
                dialect,
                List.copyOf(columns.values()));
    }

    private static SqlExpr condition(int slot) {
        return switch (slot) {
            case FIXED -> compare("entity_type", Operator.EQUAL, slot, TEXT);
            case FIXED + 1 -> compare("event_type", Operator.EQUAL, slot, TEXT);
            case FIXED + 2 -> compare("org_id", Operator.EQUAL, slot, TEXT);
            case FIXED + 3 -> compare("created_at", Operator.GREATER_OR_EQUAL, slot, DATETIME);
            default -> compare("created_at", Operator.LESS, slot, DATETIME);
        };
    }
}
