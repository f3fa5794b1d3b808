package io.fraiseql.core.schema;

import io.fraiseql.core.schema.AggregateQueryDefinition.FrameDefinition;
import io.fraiseql.core.schema.AggregateQueryDefinition.OrderDefinition;
import io.fraiseql.core.schema.AggregateQueryDefinition.WindowDefinition;
import io.fraiseql.spi.Nullable;

/** Reads {@code aggregate_queries}. */
final class AggregateQueryReader {

    private AggregateQueryReader() {}

    static @Nullable AggregateQueryDefinition query(JsonObject object) {
        String name = object.requiredText("name");
        String table = object.requiredText("fact_table");
        AggregateQueryDefinition query = new AggregateQueryDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                table == null ? "" : table,
                object.objects("windows", AggregateQueryReader::window),
                TypeReader.deprecation(object, "deprecation"));
        object.requireTrue("auto_group_by");
        object.requireTrue("auto_aggregates");
        object.finish("an aggregate query");
        return name == null || table == null ? null : query;
    }

    private static @Nullable WindowDefinition window(JsonObject object) {
        String name = object.requiredText("name");
        String function = object.requiredText("function");
        WindowDefinition window = new WindowDefinition(
                object.at(),
                name == null ? "" : name,
                function == null ? "" : function,
                object.text("of"),
                object.count("offset"),
                object.texts("partition_by"),
                object.objects("order_by", AggregateQueryReader::order),
                frame(object.object("frame")));
        object.finish("a window");
        return name == null || function == null ? null : window;
    }

    private static @Nullable OrderDefinition order(JsonObject object) {
        String by = object.requiredText("by");
        String direction = object.text("direction");
        object.finish("an order");
        return by == null ? null : new OrderDefinition(object.at(), by, direction);
    }

    private static @Nullable FrameDefinition frame(@Nullable JsonObject object) {
        if (object == null) {
            return null;
        }
        String unit = object.requiredText("unit");
        Integer from = object.integer("from");
        Integer to = object.integer("to");
        object.finish("a frame");
        return unit == null ? null : new FrameDefinition(object.at(), unit, from, to);
    }
}
