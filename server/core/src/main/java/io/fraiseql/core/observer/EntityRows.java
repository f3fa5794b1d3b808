package io.fraiseql.core.observer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.rule.Entities;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.scalar.ScalarCodec;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Whether rows that an operator edited are still rows of their entity, as a schema says. Immutable. */
public final class EntityRows {

    /** Knows no entity, and so leaves every row as it is. */
    public static final EntityRows UNKNOWN = new EntityRows(Map.of(), entity -> null, new ScalarCatalog());

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, EnumType> enums;
    private final Function<String, @Nullable ObjectType> types;
    private final ScalarCatalog scalars;

    public EntityRows(Model model, ScalarCatalog scalars) {
        this(model.enums(), new Entities(model)::type, scalars);
    }

    private EntityRows(
            Map<String, EnumType> enums, Function<String, @Nullable ObjectType> types, ScalarCatalog scalars) {
        this.enums = enums;
        this.types = types;
        this.scalars = scalars;
    }

    /**
     * Makes sure that a row can be one of its entity. What was not changed is not looked at, because the event may be older than the
     * schema; nor is anything of an entity that the schema does not know.
     *
     * @param place the pointer of the row
     * @throws FraiseqlException {@code BAD_USER_INPUT} saying where and what is wrong
     */
    void requireRow(String entity, String place, ObjectNode was, ObjectNode is) {
        ObjectType type = types.apply(entity);
        if (type == null) {
            return;
        }
        was.fieldNames().forEachRemaining(name -> {
            if (!is.has(name)) {
                throw bad(place + "/" + name, "is missing; every field that the event had must be there");
            }
        });
        is.properties().forEach(value -> {
            String name = value.getKey();
            JsonNode before = was.get(name);
            if (!value.getValue().equals(before)) {
                requireField(type, name, place + "/" + name, before == null, value.getValue());
            }
        });
    }

    private void requireField(ObjectType type, String name, String place, boolean added, JsonNode value) {
        Field field = type.field(name);
        if (field == null || !WritableFields.isStored(field)) {
            if (added) {
                throw bad(
                        place, "`" + type.name() + "` has no stored field `" + name + "`" + meant(name, stored(type)));
            }
            return;
        }
        if (type.key().contains(name)) {
            throw bad(place, "is part of the key; leave it as it was");
        }
        if (field.type().list()) {
            requireList(field.type(), place, value);
        } else {
            requireValue(field.type(), field.type().nullable(), place, value);
        }
    }

    private void requireList(TypeRef type, String place, JsonNode value) {
        if (value.isNull() && type.nullable()) {
            return;
        }
        if (!value.isArray()) {
            throw bad(place, "expected a list");
        }
        for (int i = 0; i < value.size(); i++) {
            requireValue(type, type.elementNullable(), place + "/" + i, value.get(i));
        }
    }

    private void requireValue(TypeRef type, boolean nullable, String place, JsonNode value) {
        if (value.isNull()) {
            if (!nullable) {
                throw bad(place, "cannot be null");
            }
            return;
        }
        EnumType names = type.kind() == TypeRef.Kind.ENUM ? enums.get(type.name()) : null;
        ScalarCodec codec = scalars.codec(type.name());
        if (names != null) {
            requireName(names, place, value);
        } else if (codec != null) {
            requireScalar(codec, place, value);
        }
    }

    private static void requireName(EnumType names, String place, JsonNode value) {
        if (!value.isTextual()) {
            throw bad(
                    place, "expected one of " + String.join(", ", names.values().keySet()));
        }
        if (!names.values().containsKey(value.asText())) {
            throw bad(
                    place,
                    "`" + value.asText() + "` is no value of `" + names.name() + "`"
                            + meant(value.asText(), names.values().keySet()));
        }
    }

    private static void requireScalar(ScalarCodec codec, String place, JsonNode value) {
        try {
            codec.coerce(MAPPER.treeToValue(value, Object.class));
        } catch (IllegalArgumentException e) {
            throw bad(place, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is made of plain values", e);
        }
    }

    private static Collection<String> stored(ObjectType type) {
        List<String> names = type.fields().values().stream()
                .filter(WritableFields::isStored)
                .map(Field::name)
                .toList();
        return new TreeSet<>(names);
    }

    private static String meant(String name, Collection<String> known) {
        @Nullable String nearest = Nearest.to(name, known);
        return nearest == null ? "; there are " + String.join(", ", known) : "; did you mean `" + nearest + "`?";
    }

    private static FraiseqlException bad(String place, String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, place + ": " + message);
    }
}
