package io.fraiseql.core.columnar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.JsonObject;
import io.fraiseql.core.schema.Pointer;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.columnar.DeclaredField;
import io.fraiseql.spi.columnar.DeclaredType;
import io.fraiseql.spi.columnar.DeclaredType.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads types: the name of one, or an object with its {@code kind} and what belongs to it. */
final class DeclaredTypeReader {

    private static final int MOST_DIGITS = 38;
    private static final List<String> NAMES =
            Arrays.stream(Kind.values()).map(Kind::text).toList();

    private final Problems problems;
    private final Function<JsonObject, List<DeclaredField>> fields;

    /** @param fields reads the member {@code fields} of a struct */
    DeclaredTypeReader(Problems problems, Function<JsonObject, List<DeclaredField>> fields) {
        this.problems = problems;
        this.fields = fields;
    }

    /** A type that must be there. */
    @Nullable
    DeclaredType required(JsonObject object, String key) {
        JsonNode value = object.value(key);
        String at = Pointer.to(object.at(), key);
        if (value instanceof ObjectNode node) {
            return read(new JsonObject(node, at, problems));
        }
        if (value == null || !value.isTextual()) {
            problems.add(at, "`" + key + "` must be the name of a type, or an object with its `kind`");
            return null;
        }
        Kind kind = kind(value.textValue(), at);
        if (kind == Kind.DECIMAL || kind == Kind.LIST || kind == Kind.STRUCT || kind == Kind.MAP) {
            problems.add(
                    at, "a " + kind.text() + " needs more than its name", "{\"kind\": \"" + kind.text() + "\", …}");
            return null;
        }
        return kind == null ? null : DeclaredType.of(kind);
    }

    private @Nullable Kind kind(String name, String at) {
        int place = NAMES.indexOf(name);
        if (place < 0) {
            problems.addUnknown(at, "`" + name + "` is no type", name, NAMES);
            return null;
        }
        return Kind.values()[place];
    }

    private @Nullable DeclaredType read(JsonObject object) {
        String name = object.requiredText("kind");
        Kind kind = name == null ? null : kind(name, Pointer.to(object.at(), "kind"));
        if (kind == null) {
            return null;
        }
        DeclaredType type =
                switch (kind) {
                    case DECIMAL -> decimal(object);
                    case TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_US, TIMESTAMP_NS ->
                        new DeclaredType(kind, 0, 0, timezone(object), List.of());
                    case LIST -> nested(kind, part(object, "item"));
                    case MAP -> nested(kind, part(object, "key"), part(object, "value"));
                    case STRUCT -> new DeclaredType(kind, 0, 0, null, fields.apply(object));
                    default -> DeclaredType.of(kind);
                };
        object.finish("a " + kind.text());
        return type;
    }

    private @Nullable DeclaredType decimal(JsonObject object) {
        Integer precision = object.count("precision");
        Integer scale = object.count("scale");
        if (precision == null || scale == null || precision < 1 || precision > MOST_DIGITS || scale > precision) {
            problems.add(
                    object.at(), "a decimal has a `precision` from 1 to " + MOST_DIGITS + " and a `scale` up to it");
            return null;
        }
        return new DeclaredType(Kind.DECIMAL, precision, scale, null, List.of());
    }

    private @Nullable String timezone(JsonObject object) {
        String zone = object.text("timezone");
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            problems.add(Pointer.to(object.at(), "timezone"), "`" + zone + "` is no time zone", "for example UTC");
            return null;
        }
    }

    private @Nullable DeclaredField part(JsonObject object, String key) {
        DeclaredType type = required(object, key);
        return type == null ? null : new DeclaredField(key, type, true, !key.equals("key"), false, null, null);
    }

    private static @Nullable DeclaredType nested(Kind kind, @Nullable DeclaredField... parts) {
        List<DeclaredField> known =
                Arrays.stream(parts).filter(part -> part != null).toList();
        return known.size() < parts.length ? null : new DeclaredType(kind, 0, 0, null, known);
    }

    /** Whether a default is a value of its type, as far as JSON tells. */
    boolean fits(JsonNode value, Kind kind) {
        return switch (kind) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> value.isIntegralNumber();
            case FLOAT32, FLOAT64 -> value.isNumber();
            case BOOL -> value.isBoolean();
            case DECIMAL -> value.isNumber() || value.isTextual();
            case STRING, DATE, TIME_US, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_US, TIMESTAMP_NS, BINARY, UUID ->
                value.isTextual();
            case LIST -> value.isArray();
            case STRUCT, MAP -> value.isObject();
        };
    }
}
