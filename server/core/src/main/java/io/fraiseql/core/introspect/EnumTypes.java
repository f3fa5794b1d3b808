package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.EnumType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The enums of the columns that are taken. */
final class EnumTypes {

    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final Map<TableName, EnumType> types = new LinkedHashMap<>();
    private final Map<TableName, String> names = new LinkedHashMap<>();
    private final List<String> notes;

    EnumTypes(List<EnumType> enums, TypeNames typeNames, List<String> notes) {
        this.notes = notes;
        for (EnumType type : enums) {
            TableName key = new TableName(type.schema(), type.name());
            if (type.values().isEmpty()) {
                notes.add("the enum " + key.text() + " has no values, and its columns are strings");
            } else {
                types.put(key, type);
                names.put(key, typeNames.enumType(type));
            }
        }
    }

    /** The name of a column's enum; null when it has none. */
    @Nullable
    String nameOf(Column column) {
        String name = column.enumName();
        return name == null ? null : names.get(new TableName(column.enumSchema(), name));
    }

    /** The section {@code enums}. */
    ArrayNode nodes() {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        types.forEach((key, type) -> {
            ObjectNode node = nodes.addObject();
            node.put("name", names.get(key));
            ColumnFields.putText(node, "description", type.comment());
            ArrayNode values = node.putArray("values");
            FreeNames free = new FreeNames(LITERALS, notes);
            for (String value : type.values()) {
                String name = free.take("the value `" + value + "` of the enum " + key.text(), List.of(legal(value)));
                ObjectNode one = values.addObject();
                one.put("name", name);
                one.put("value", value);
            }
        });
        return nodes;
    }

    private static String legal(String value) {
        String name = value.replaceAll("[^0-9A-Za-z_]", "_").replaceFirst("^__+", "_");
        return Names.isLegal(name) ? name : "_" + name;
    }
}
