package io.fraiseql.core.schema;

import io.fraiseql.core.model.Discriminator;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef.Kind;
import io.fraiseql.core.model.UnionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves interfaces and unions once the object types are known. */
final class AbstractTypeResolver {

    private final Scope scope;
    private final Problems problems;
    private final FieldResolver fields;
    private final MemberCheck members;
    private final Map<String, ObjectType> types;

    AbstractTypeResolver(Scope scope, FieldResolver fields, Map<String, ObjectType> types) {
        this.scope = scope;
        this.problems = scope.problems();
        this.fields = fields;
        this.members = new MemberCheck(scope.targets(), problems);
        this.types = types;
    }

    /** Resolves an interface. Its fields take the place in the database that they have in the first member. */
    InterfaceType resolve(InterfaceDefinition definition) {
        String name = definition.name();
        List<ObjectType> implementing = types.values().stream()
                .filter(type -> type.interfaces().contains(name))
                .toList();
        if (implementing.isEmpty()) {
            problems.add(
                    definition.at(),
                    "no type implements `" + name + "`",
                    "add `\"implements\": [\"" + name + "\"]` to one");
        }
        Map<String, Field> declared = fields.resolve(definition.at(), name, definition.fields(), Source.Kind.EMBEDDED);
        new InterfaceCheck(scope).check(name, declared, implementing, definition.discriminator() != null);
        Discriminator discriminator = members.resolve(definition.at(), name, implementing, definition.discriminator());
        return new InterfaceType(
                name,
                definition.description(),
                implementing.isEmpty() ? declared : placed(declared, implementing.get(0)),
                implementing.stream().map(ObjectType::name).toList(),
                discriminator);
    }

    private static Map<String, Field> placed(Map<String, Field> declared, ObjectType member) {
        Map<String, Field> placed = new LinkedHashMap<>();
        declared.forEach((name, field) -> {
            Field stored = member.field(name);
            placed.put(name, stored == null ? field : placed(field, stored));
        });
        return Collections.unmodifiableMap(placed);
    }

    private static Field placed(Field field, Field stored) {
        return new Field(
                field.name(),
                field.description(),
                field.type(),
                stored.column(),
                stored.sql(),
                stored.computed(),
                stored.relation(),
                field.deprecation());
    }

    /** Resolves a union. */
    UnionType resolve(UnionDefinition definition) {
        List<ObjectType> found = new ArrayList<>();
        String pointer = Pointer.to(definition.at(), "members");
        if (definition.members().isEmpty()) {
            problems.add(definition.at(), "`" + definition.name() + "` has no members", "add `members`");
        }
        for (int i = 0; i < definition.members().size(); i++) {
            String name = definition.members().get(i);
            String place = Pointer.to(pointer, i);
            Kind kind = scope.kind(place, name);
            ObjectType type = types.get(name);
            if (kind != null && type == null) {
                problems.add(place, "`" + name + "` is no object type", "name types of `types`");
            } else if (type != null && found.contains(type)) {
                problems.add(place, "`" + name + "` is a member twice", "remove one");
            } else if (type != null) {
                found.add(type);
            }
        }
        Discriminator discriminator =
                members.resolve(definition.at(), definition.name(), found, definition.discriminator());
        return new UnionType(
                definition.name(),
                definition.description(),
                found.stream().map(ObjectType::name).toList(),
                discriminator);
    }
}
