package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A relation whose rows can be written together with a row: to one row whose key this row refers to, or to many rows that refer to this
 * row's key. What can be done with them is what the schema's own mutations of their type do.
 *
 * @param field the relation
 * @param target the type of the related rows
 * @param own the fields of this row that the relation goes by
 * @param far the fields of the related rows, in the same order
 * @param fixed whether the row that refers does so by its key, so that it refers to the same row for ever
 */
public record NestedRelation(Field field, ObjectType target, List<Field> own, List<Field> far, boolean fixed) {

    /** Whether there can be several related rows. */
    public boolean many() {
        return Objects.requireNonNull(field.relation()).many();
    }

    /** The relations of a type that can be written on a dialect. */
    public static List<NestedRelation> of(Model model, ObjectType type, String dialect) {
        List<NestedRelation> found = new ArrayList<>();
        for (Field field : type.fields().values()) {
            NestedRelation nested = of(model, type, field, dialect);
            if (nested != null) {
                found.add(nested);
            }
        }
        return found;
    }

    private static @Nullable NestedRelation of(Model model, ObjectType type, Field field, String dialect) {
        Relation relation = field.relation();
        ObjectType target = model.type(field.type().name());
        if (relation == null || relation.through() != null || target == null || !written(model, target)) {
            return null;
        }
        List<Field> own = fields(type, relation.from().get(dialect), dialect);
        List<Field> far = fields(target, relation.to().get(dialect), dialect);
        boolean whole = own.size() == relation.from().get(dialect).size() && far.size() == own.size();
        boolean fits = relation.many()
                ? names(own, type.key()) && refers(target, far, dialect)
                : names(far, target.key()) && target.key().size() == far.size() && refers(type, own, dialect);
        if (!whole || !fits) {
            return null;
        }
        boolean fixed = relation.many() ? !changes(target, far, dialect) : !changes(type, own, dialect);
        return new NestedRelation(field, target, own, far, fixed);
    }

    /** By a whole key two rows may belong together either way round, so that nobody can tell which of them refers to the other. */
    private static boolean refers(ObjectType type, List<Field> fields, String dialect) {
        boolean wholeKey = fields.size() == type.key().size() && names(fields, type.key());
        return !wholeKey && WritableFields.ofInsert(type, dialect).containsAll(fields);
    }

    private static boolean changes(ObjectType type, List<Field> fields, String dialect) {
        return WritableFields.ofUpdate(type, dialect).containsAll(fields);
    }

    private static boolean written(Model model, ObjectType target) {
        return target.source().kind() == Source.Kind.COLUMNS
                && model.mutations().values().stream()
                        .anyMatch(mutation -> mutation.type().equals(target.name())
                                && mutation.operation() != Mutation.Operation.CUSTOM);
    }

    private static boolean names(List<Field> fields, List<String> key) {
        return fields.stream().allMatch(field -> key.contains(field.name()));
    }

    private static List<Field> fields(ObjectType type, List<String> columns, String dialect) {
        List<Field> fields = new ArrayList<>();
        for (String column : columns) {
            type.fields().values().stream()
                    .filter(field -> WritableFields.isStored(field)
                            && field.column().get(dialect).equals(column))
                    .findFirst()
                    .ifPresent(fields::add);
        }
        return fields;
    }

    /** The names of the fields of a new row that a relation can fill: its own to one row, or another type's to many of its rows. */
    public static Set<String> filled(Model model, ObjectType type, String dialect) {
        Set<String> filled = new HashSet<>();
        for (ObjectType each : model.types().values()) {
            for (NestedRelation nested : of(model, each, dialect)) {
                if (nested.many() && nested.target().name().equals(type.name())) {
                    nested.far().forEach(field -> filled.add(field.name()));
                } else if (!nested.many() && each.name().equals(type.name())) {
                    nested.own().forEach(field -> filled.add(field.name()));
                }
            }
        }
        return filled;
    }
}
