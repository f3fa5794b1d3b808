package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.AggregateWindow;
import io.fraiseql.core.model.GroupValue;
import io.fraiseql.spi.sql.WindowFrame;
import java.util.List;
import java.util.Locale;

/** Writes windows in the authoring format. */
final class WindowWriter {

    private WindowWriter() {}

    static ArrayNode write(List<AggregateWindow> windows) {
        ArrayNode nodes = SchemaWriter.NODES.arrayNode();
        windows.forEach(window -> nodes.add(window(window)));
        return nodes;
    }

    private static ObjectNode window(AggregateWindow window) {
        ObjectNode node = SchemaWriter.named(window.name(), null);
        node.put("function", window.function().name().toLowerCase(Locale.ROOT));
        GroupValue of = window.of();
        if (of != null) {
            node.put("of", of.toString());
        }
        if (window.offset() > 0) {
            node.put("offset", window.offset());
        }
        node.set(
                "partition_by",
                SchemaWriter.texts(
                        window.partitionBy().stream().map(GroupValue::key).toList()));
        ArrayNode order = node.putArray("order_by");
        window.orderBy()
                .forEach(term ->
                        order.addObject().put("by", term.by().toString()).put("direction", term.direction()));
        WindowFrame frame = window.frame();
        if (frame != null) {
            ObjectNode written = node.putObject("frame").put("unit", frame.rows() ? "rows" : "range");
            if (frame.from() != null) {
                written.put("from", frame.from());
            }
            if (frame.to() != null) {
                written.put("to", frame.to());
            }
        }
        return node;
    }
}
