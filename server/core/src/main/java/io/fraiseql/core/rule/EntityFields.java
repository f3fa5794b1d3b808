package io.fraiseql.core.rule;

import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.rule.EventRow.Image;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that a rule may name, and which images of a row its events have. Immutable. */
public final class EntityFields {

    private final String entity;
    private final Map<String, ValueKind> kinds;
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

    private EntityFields(String entity, Map<String, ValueKind> kinds, Images images) {
        this.entity = entity;
        this.kinds = kinds;
        this.images = images;
    }

    /** The fields of an entity whose rows are of a type. */
    public static EntityFields of(String entity, ObjectType type, Model model, Images images) {
        Map<String, ValueKind> kinds = new LinkedHashMap<>();
        type.fields().values().stream().filter(WritableFields::isStored).forEach(field -> {
            ScalarType scalar = model.scalars().get(field.type().name());
            kinds.put(field.name(), ValueKind.of(field.type(), scalar == null ? null : scalar.type()));
        });
        return new EntityFields(entity, kinds, images);
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
            return new Path(image, List.of(), ValueKind.JSON, text);
        }
        ValueKind kind = kinds.get(names.get(0));
        if (kind == null) {
            throw new RuleSyntaxException(
                    at, "`" + entity + "` has no stored field `" + names.get(0) + "`" + meant(names.get(0)));
        }
        if (names.size() > 1 && kind != ValueKind.JSON) {
            throw new RuleSyntaxException(
                    at, "`" + names.get(0) + "` is " + kind.words() + " and has no `" + names.get(1) + "`");
        }
        return new Path(image, List.copyOf(names), kind, text);
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
        if (kinds.isEmpty()) {
            return "; write `event.time`, or another fact of the event";
        }
        @Nullable String nearest = Nearest.to(name, kinds.keySet());
        return nearest == null ? "; it has " + String.join(", ", kinds.keySet()) : "; did you mean `" + nearest + "`?";
    }
}
