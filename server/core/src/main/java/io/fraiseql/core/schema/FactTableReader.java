package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code fact_tables}: each is a type without key, whose measures and denormalised filters are columns and whose dimensions are paths
 * into one JSON column.
 */
final class FactTableReader {

    private static final Pattern DECLARED = Pattern.compile("([a-z_ ]+?)(?:\\((\\d{1,4})(?:,(\\d{1,4}))?\\))?");
    private static final Map<String, String> SCALARS = Map.ofEntries(
            Map.entry("smallint", "Int"),
            Map.entry("integer", "Int"),
            Map.entry("int", "Int"),
            Map.entry("bigint", "BigInt"),
            Map.entry("numeric", "Decimal"),
            Map.entry("decimal", "Decimal"),
            Map.entry("double precision", "Float"),
            Map.entry("double", "Float"),
            Map.entry("real", "Float"),
            Map.entry("text", "String"),
            Map.entry("varchar", "String"),
            Map.entry("boolean", "Boolean"),
            Map.entry("uuid", "UUID"),
            Map.entry("date", "Date"),
            Map.entry("timestamp", "LocalDateTime"),
            Map.entry("timestamptz", "DateTime"));
    private static final List<String> MEASURES = List.of("Int", "BigInt", "Decimal", "Float");
    private static final String PREFIX = "tf_";

    private final Problems problems;

    FactTableReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    TypeDefinition type(JsonObject object) {
        String table = object.requiredText("table_name");
        String name = object.text("name");
        List<FieldDefinition> fields = new ArrayList<>(object.objects("measures", measure -> column(measure, true)));
        JsonObject dimensions = object.object("dimensions");
        if (dimensions != null) {
            String column = dimensions.requiredText("name");
            fields.addAll(dimensions.objects("paths", path -> path(path, column)));
            dimensions.finish("`dimensions`");
        }
        fields.addAll(object.objects("denormalized_filters", filter -> column(filter, false)));
        String description = object.text("description");
        object.finish("a fact table");
        return table == null
                ? null
                : type(object.at(), name == null ? typeName(table) : name, description, table, fields);
    }

    private static TypeDefinition type(
            String at, String name, @Nullable String description, String table, List<FieldDefinition> fields) {
        return new TypeDefinition(
                at,
                name,
                description,
                ByDialect.same(table),
                "columns",
                null,
                null,
                List.of(),
                false,
                true,
                null,
                null,
                fields);
    }

    /** {@code tf_daily_sales} as {@code DailySales}. */
    static String typeName(String table) {
        String last = table.substring(table.lastIndexOf('.') + 1);
        String bare = last.startsWith(PREFIX) ? last.substring(PREFIX.length()) : last;
        return Names.upperFirst(Names.camelCase(bare));
    }

    private @Nullable FieldDefinition column(JsonObject object, boolean measure) {
        String name = object.requiredText("name");
        String declared = object.requiredText("sql_type");
        object.finish(measure ? "a measure" : "a denormalized filter");
        if (name == null || declared == null) {
            return null;
        }
        SqlType sql = sqlType(declared);
        String scalar = SCALARS.get(sql.type());
        String pointer = Pointer.to(object.at(), "sql_type");
        if (scalar == null) {
            problems.addUnknown(
                    pointer, "`" + declared + "` is no type that a fact table knows", sql.type(), SCALARS.keySet());
            return null;
        }
        if (measure && !MEASURES.contains(scalar)) {
            problems.add(
                    pointer, "a measure is a number, and `" + declared + "` is none", "make it a denormalized filter");
        }
        return field(object.at(), name, scalar, name, List.of(), sql);
    }

    private static SqlType sqlType(String declared) {
        Matcher form = DECLARED.matcher(
                declared.strip().toLowerCase(Locale.ROOT).replace(" ,", ",").replace(", ", ","));
        if (!form.matches()) {
            return SqlType.named(declared);
        }
        String type = form.group(1).strip();
        boolean text = type.equals("varchar");
        Integer first = form.group(2) == null ? null : Integer.valueOf(form.group(2));
        Integer scale = form.group(3) == null
                ? first == null || text ? null : Integer.valueOf(0)
                : Integer.valueOf(form.group(3));
        return new SqlType(
                type, text ? null : first, scale, text ? first : null, null, null, false, false, false, false);
    }

    private static @Nullable FieldDefinition path(JsonObject object, @Nullable String column) {
        String name = object.requiredText("name");
        String path = object.requiredText("json_path");
        String type = object.requiredText("data_type");
        object.finish("a path");
        if (name == null || path == null || type == null || column == null) {
            return null;
        }
        return field(object.at(), name, type, column, List.of(path.split("\\.", -1)), null);
    }

    private static FieldDefinition field(
            String at, String name, String type, String column, List<String> path, @Nullable SqlType sql) {
        return new FieldDefinition(
                at,
                name,
                null,
                type,
                true,
                ByDialect.same(column),
                path,
                sql == null ? null : ByDialect.same(sql),
                null,
                null,
                null);
    }
}
