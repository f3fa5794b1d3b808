package io.fraiseql.core.surface;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.UnionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code where} and {@code orderBy} see of an object, interface or union type. For a union these are the fields that every
 * member has with the same type and relation. Immutable; made once per schema.
 */
public final class Composites {

    private final Map<String, Composite> byName = new LinkedHashMap<>();

    public Composites(Model model) {
        model.types()
                .values()
                .forEach(type -> byName.put(type.name(), new Composite(type.name(), type.fields(), sourced(type))));
        for (InterfaceType type : model.interfaces().values()) {
            byName.put(
                    type.name(), new Composite(type.name(), type.fields(), allSourced(members(model, type.members()))));
        }
        for (UnionType type : model.unions().values()) {
            List<ObjectType> members = members(model, type.members());
            byName.put(type.name(), new Composite(type.name(), common(members), allSourced(members)));
        }
    }

    /** The type of that name, which must be an object, interface or union of the model. */
    public Composite get(String name) {
        Composite found = byName.get(name);
        if (found == null) {
            throw new IllegalStateException("the model has no type " + name);
        }
        return found;
    }

    private static List<ObjectType> members(Model model, List<String> names) {
        return names.stream().map(model.types()::get).toList();
    }

    private static boolean sourced(ObjectType type) {
        return type.source().kind() != Source.Kind.EMBEDDED;
    }

    private static boolean allSourced(List<ObjectType> members) {
        return members.stream().allMatch(Composites::sourced);
    }

    private static Map<String, Field> common(List<ObjectType> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<String, Field> common = new LinkedHashMap<>(members.get(0).fields());
        common.values().removeIf(field -> !members.stream().allMatch(member -> has(member, field)));
        return common;
    }

    private static boolean has(ObjectType member, Field field) {
        Field own = member.field(field.name());
        return own != null && own.type().equals(field.type()) && Objects.equals(own.relation(), field.relation());
    }

    /**
     * One type.
     *
     * @param fields what can be filtered and ordered by, by GraphQL name, in order
     * @param sourced whether its rows come from tables or views of their own; false for embedded objects
     */
    public record Composite(String name, Map<String, Field> fields, boolean sourced) {}
}
