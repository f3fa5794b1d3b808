package io.fraiseql.core.rule;

import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.rule.EventRow.Image;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a rule may name, and which images of a row its events have. Immutable. */
public final class EntityFields {

    private final String entity;
    private final Map<String, Stored> fields;
    private final Images images;

    /** Which images the events of a rule have. */
    public enum Images {
        /** The row alone: of inserts, of functions, and where it is not known which events there are. */
        ROW,
        /** Only the row as it was: of deletes. */
        OLD,
        /** Both: of updates. */
        BOTH
    }

    private EntityFields(String entity, Map<String, Stored> fields, Images images) {
        this.entity = entity;
        this.fields = fields;
        this.images = images;
    }

    /** How a field is compared, and the names of its values where it is an enum. */
    private record Stored(ValueKind kind, List<String> names) {}

    /**
     * The fields of an entity whose rows are of a type.
     *
     * @param byFunctions whether functions of the database write it too, which may say of an enum what is stored
     */
    public static EntityFields of(String entity, ObjectType type, Model model, Images images, boolean byFunctions) {
        Map<String, Stored> fields = new LinkedHashMap<>();
        type.fields().values().stream().filter(WritableFields::isStored).forEach(field -> {
            ScalarType scalar = model.scalars().get(field.type().name());
            ValueKind kind = ValueKind.of(field.type(), scalar == null ? null : scalar.type());
            fields.put(
                    field.name(),
                    new Stored(kind, kind == ValueKind.TEXT ? names(field, model, byFunctions) : List.of()));
        });
        return new EntityFields(entity, fields, images);
    }

    private static List<String> names(Field field, Model model, boolean byFunctions) {
        EnumType type = field.type().kind() == TypeRef.Kind.ENUM
                ? model.enums().get(field.type().name())
                : null;
        if (type == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(type.values().keySet());
        if (byFunctions) {
            type.values().values().forEach(value -> names.add(value.stored()));
        }
        return List.copyOf(names);
    }

    /** Of what has no rows, only events. */
    public static EntityFields none(String entity) {
        return new EntityFields(entity, Map.of(), Images.ROW);
    }

    boolean hasBoth() {
        return images == Images.BOTH;
    }

    /**
     * The path that dotted keys are.
     *
     * @param whole whether {@code old} and {@code new} alone, the whole rows, are paths
     * @throws RuleSyntaxException when there is no such field, or the events do not have that image
     */
    Path path(List<String> keys, int at, boolean whole) {
        String text = String.join(".", keys);
        Image image =
                switch (keys.get(0)) {
                    case "old" -> Image.OLD;
                    case "new" -> Image.NEW;
                    default -> Image.ROW;
                };
        requireImage(image, at);
        List<String> names = new ArrayList<>(image == Image.ROW ? keys : keys.subList(1, keys.size()));
        if (names.isEmpty()) {
            if (!whole) {
                throw new RuleSyntaxException(at, "say which field: `" + text + ".…`");
            }
            return new Path(image, List.of(), ValueKind.JSON, text, List.of());
        }
        Stored stored = fields.get(names.get(0));
        if (stored == null) {
            throw new RuleSyntaxException(
                    at, "`" + entity + "` has no stored field `" + names.get(0) + "`" + meant(names.get(0)));
        }
        ValueKind kind = stored.kind();
        if (names.size() > 1 && kind != ValueKind.JSON) {
            throw new RuleSyntaxException(
                    at, "`" + names.get(0) + "` is " + kind.words() + " and has no `" + names.get(1) + "`");
        }
        return new Path(image, List.copyOf(names), kind, text, stored.names());
    }

    private void requireImage(Image image, int at) {
        if (image == Image.OLD && images == Images.ROW) {
            throw new RuleSyntaxException(
                    at,
                    "`old` is known of updates and deletes that the server or triggers note; say `\"event\": \"UPDATE\"` or `\"DELETE\"`");
        }
        if (image == Image.NEW && images == Images.OLD) {
            throw new RuleSyntaxException(at, "there is no `new` after a DELETE; leave it out, or write `old`");
        }
    }

    private String meant(String name) {
        if (fields.isEmpty()) {
            return "; write `event.time`, or another fact of the event";
        }
        @Nullable String nearest = Nearest.to(name, fields.keySet());
        return nearest == null ? "; it has " + String.join(", ", fields.keySet()) : "; did you mean `" + nearest + "`?";
    }
}
