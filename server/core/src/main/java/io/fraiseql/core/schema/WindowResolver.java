package io.fraiseql.core.schema;

import io.fraiseql.core.model.AggregateWindow;
import io.fraiseql.core.model.GroupValue;
import io.fraiseql.core.schema.AggregateQueryDefinition.FrameDefinition;
import io.fraiseql.core.schema.AggregateQueryDefinition.OrderDefinition;
import io.fraiseql.core.schema.AggregateQueryDefinition.WindowDefinition;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.WindowFrame;
import io.fraiseql.spi.sql.WindowFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Resolves the windows of an aggregate query, as far as that needs no types. */
final class WindowResolver {

    private static final List<String> DIRECTIONS =
            List.of("ASC", "DESC", "ASC_NULLS_FIRST", "ASC_NULLS_LAST", "DESC_NULLS_FIRST", "DESC_NULLS_LAST");
    private static final Map<String, WindowFunction> FUNCTIONS = functions();

    private final Scope scope;
    private final Problems problems;
    private final NameCheck names;

    WindowResolver(Scope scope, NameCheck names) {
        this.scope = scope;
        this.problems = scope.problems();
        this.names = names;
    }

    private static Map<String, WindowFunction> functions() {
        Map<String, WindowFunction> functions = new LinkedHashMap<>();
        for (WindowFunction function : WindowFunction.values()) {
            functions.put(function.name().toLowerCase(Locale.ROOT), function);
        }
        return functions;
    }

    List<AggregateWindow> resolve(List<WindowDefinition> definitions) {
        Map<String, AggregateWindow> windows = new LinkedHashMap<>();
        for (WindowDefinition definition : definitions) {
            String name = scope.naming().apply(definition.name());
            boolean legal = names.legal(definition.at(), "a window", name);
            AggregateWindow window = legal ? window(definition, name) : null;
            if (window != null && windows.putIfAbsent(name, window) != null) {
                problems.add(
                        Pointer.to(definition.at(), "name"),
                        "there is already a window `" + name + "`",
                        "rename one of them");
            }
        }
        return List.copyOf(windows.values());
    }

    private @Nullable AggregateWindow window(WindowDefinition definition, String name) {
        WindowFunction function = FUNCTIONS.get(definition.function());
        if (function == null) {
            problems.addUnknown(
                    Pointer.to(definition.at(), "function"),
                    "`" + definition.function() + "` is no window function; there are "
                            + String.join(", ", FUNCTIONS.keySet()),
                    definition.function(),
                    FUNCTIONS.keySet());
            return null;
        }
        List<GroupValue> partition = new ArrayList<>();
        definition.partitionBy().forEach(key -> partition.add(value("keys." + key)));
        List<AggregateWindow.Order> order = new ArrayList<>();
        definition.orderBy().forEach(term -> order.add(new AggregateWindow.Order(value(term.by()), direction(term))));
        checkPlaced(definition, function);
        return new AggregateWindow(
                name,
                function,
                definition.of() == null ? null : value(definition.of()),
                offset(definition, function),
                partition,
                order,
                frame(definition, function));
    }

    private GroupValue value(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            parts.add(scope.naming().apply(part));
        }
        return new GroupValue(parts);
    }

    private String direction(OrderDefinition order) {
        String direction = order.direction() == null ? "ASC" : order.direction();
        if (!DIRECTIONS.contains(direction)) {
            problems.addUnknown(
                    Pointer.to(order.at(), "direction"),
                    "`" + direction + "` is no direction; there are " + String.join(", ", DIRECTIONS),
                    direction,
                    DIRECTIONS);
        }
        return direction;
    }

    /** Ranks and neighbours have no meaning without an order. */
    private void checkPlaced(WindowDefinition definition, WindowFunction function) {
        boolean placed =
                switch (function) {
                    case ROW_NUMBER, RANK, DENSE_RANK, LAG, LEAD, FIRST_VALUE, LAST_VALUE -> true;
                    default -> false;
                };
        if (placed && definition.orderBy().isEmpty()) {
            problems.add(
                    definition.at(),
                    "`" + definition.function() + "` needs an order",
                    "add `\"order_by\": [{\"by\": …}]`");
        }
    }

    private int offset(WindowDefinition definition, WindowFunction function) {
        Integer offset = definition.offset();
        boolean moves = function == WindowFunction.LAG || function == WindowFunction.LEAD;
        if (offset != null && !moves) {
            problems.add(
                    Pointer.to(definition.at(), "offset"),
                    "`offset` says nothing to `" + definition.function() + "`",
                    "remove it");
        }
        if (offset != null && offset < 1) {
            problems.add(Pointer.to(definition.at(), "offset"), "`offset` is " + offset, "write a number from 1");
        }
        return offset == null ? moves ? 1 : 0 : offset;
    }

    private @Nullable WindowFrame frame(WindowDefinition definition, WindowFunction function) {
        FrameDefinition frame = definition.frame();
        if (frame == null) {
            return null;
        }
        boolean rows = frame.unit().equals("rows");
        boolean framed =
                switch (function) {
                    case ROW_NUMBER, RANK, DENSE_RANK, LAG, LEAD -> false;
                    default -> true;
                };
        if (!framed) {
            problems.add(
                    Pointer.to(definition.at(), "frame"),
                    "`frame` says nothing to `" + definition.function() + "`",
                    "remove it");
        } else if (!rows && !frame.unit().equals("range")) {
            problems.addUnknown(
                    Pointer.to(frame.at(), "unit"),
                    "`" + frame.unit() + "` is no unit of a frame; there are rows, range",
                    frame.unit(),
                    List.of("rows", "range"));
        } else {
            checkBounds(frame, rows, definition.orderBy().isEmpty());
        }
        return new WindowFrame(rows, frame.from(), frame.to());
    }

    private void checkBounds(FrameDefinition frame, boolean rows, boolean unordered) {
        Integer from = frame.from();
        Integer to = frame.to();
        boolean counted = from != null && from != 0 || to != null && to != 0;
        if (!rows && counted) {
            problems.add(
                    frame.at(), "a `range` has no bound but 0, the group and its peers", "write `\"unit\": \"rows\"`");
        } else if (from != null && to != null && from > to) {
            problems.add(frame.at(), "the frame ends before it begins", "exchange `from` and `to`");
        } else if (unordered && (from != null || to != null)) {
            problems.add(frame.at(), "a frame with bounds needs an order", "add `order_by` or remove `frame`");
        }
    }
}
