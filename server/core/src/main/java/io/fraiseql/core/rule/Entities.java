package io.fraiseql.core.rule;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.model.Writing;
import io.fraiseql.core.model.WrittenTables;
import io.fraiseql.core.rule.EntityFields.Images;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a schema's events are about. Immutable. */
public final class Entities {

    private final Model model;
    private final Map<String, ObjectType> types = new TreeMap<>();

    public Entities(Model model) {
        this.model = model;
        for (Mutation mutation : model.mutations().values()) {
            ObjectType type = model.type(mutation.type());
            if (type != null) {
                types.putIfAbsent(mutation.entity(), type);
            }
        }
        for (ObjectType type : model.types().values()) {
            if (isCaptured(type)) {
                WrittenTables.entities(type, model.mutations().values())
                        .forEach(entity -> types.putIfAbsent(entity, type));
            }
        }
    }

    private static boolean isCaptured(ObjectType type) {
        return type.writing().capture() == Writing.Capture.TRIGGER;
    }

    /** Their names. */
    public Set<String> names() {
        return types.keySet();
    }

    /** The type of an entity's rows; null when nothing writes such an entity. */
    public @Nullable ObjectType type(String entity) {
        return types.get(entity);
    }

    /** What a rule may name; null when nothing writes such an entity. */
    public @Nullable EntityFields fields(Rule rule) {
        ObjectType type = types.get(rule.entity());
        return type == null
                ? null
                : EntityFields.of(rule.entity(), type, model, images(type, rule), isByFunctions(rule.entity()));
    }

    /** What a function writes has no row from before, unless triggers see it. */
    private Images images(ObjectType type, Rule rule) {
        if (isByFunctions(rule.entity()) && !isCaptured(type)) {
            return Images.ROW;
        }
        if (rule.event() == Event.Type.UPDATE) {
            return Images.BOTH;
        }
        return rule.event() == Event.Type.DELETE ? Images.OLD : Images.ROW;
    }

    private boolean isByFunctions(String entity) {
        return model.mutations().values().stream()
                .anyMatch(mutation -> mutation.operation() == Mutation.Operation.CUSTOM
                        && mutation.entity().equals(entity));
    }
}
