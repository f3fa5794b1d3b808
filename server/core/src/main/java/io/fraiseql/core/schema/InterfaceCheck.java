package io.fraiseql.core.schema;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import java.util.List;
import java.util.Map;

/** Checks that types have the fields of the interfaces they implement. */
final class InterfaceCheck {

    private final Scope scope;
    private final Problems problems;

    InterfaceCheck(Scope scope) {
        this.scope = scope;
        this.problems = scope.problems();
    }

    void check(String owner, Map<String, Field> declared, List<ObjectType> members, boolean shared) {
        for (ObjectType member : members) {
            String at = scope.at(member.name());
            for (Field field : declared.values()) {
                Field own = member.field(field.name());
                if (own == null) {
                    problems.add(
                            at,
                            "`" + member.name() + "` implements `" + owner + "` and has no field `" + field.name()
                                    + "`",
                            "add a field `" + field.name() + "` of type `" + text(field.type()) + "`");
                } else if (!fits(own.type(), field.type())) {
                    problems.add(
                            at,
                            "`" + member.name() + "." + field.name() + "` is `" + text(own.type()) + "`, and `" + owner
                                    + "` asks for `" + text(field.type()) + "`",
                            "make them the same");
                } else if (shared) {
                    samePlace(at, owner, own, members.get(0));
                }
            }
        }
    }

    private void samePlace(String at, String owner, Field own, ObjectType first) {
        Field other = first.field(own.name());
        boolean same = other == null
                || own.column().equals(other.column())
                        && String.valueOf(own.relation()).equals(String.valueOf(other.relation()))
                        && String.valueOf(own.computed()).equals(String.valueOf(other.computed()));
        if (!same) {
            problems.add(
                    at,
                    "`" + own.name() + "` of the shared source of `" + owner + "` has another column here than in `"
                            + first.name() + "`",
                    "write the same `column` in both");
        }
    }

    private boolean fits(TypeRef own, TypeRef asked) {
        if (own.list() != asked.list() || own.nullable() && !asked.nullable()) {
            return false;
        }
        if (own.elementNullable() && !asked.elementNullable()) {
            return false;
        }
        return own.name().equals(asked.name()) || isMember(own.name(), asked);
    }

    private boolean isMember(String name, TypeRef asked) {
        TypeDefinition type = scope.types().get(name);
        return asked.kind() == TypeRef.Kind.INTERFACE
                && type != null
                && type.interfaces().contains(asked.name());
    }

    private static String text(TypeRef type) {
        String name = new TypeNotation(type.name(), type.list(), type.elementNullable()).toString();
        return type.nullable() ? name : name + "!";
    }
}
