package io.fraiseql.core.plan;

import graphql.language.SelectionSet;
import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.json.ProjectedEnum;
import io.fraiseql.core.json.ProjectedField;
import io.fraiseql.core.json.ProjectedList;
import io.fraiseql.core.json.ProjectedObject;
import io.fraiseql.core.json.ProjectedScalar;
import io.fraiseql.core.json.Projection;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Plans what is taken from embedded objects and lists. */
final class ProjectionPlanner {

    private final PlanContext context;
    private final FieldCollector collector;

    ProjectionPlanner(PlanContext context, FieldCollector collector) {
        this.context = context;
        this.collector = collector;
    }

    JsonProjection projection(TypeRef type, List<SelectionSet> selections) {
        return new JsonProjection(of(type, selections));
    }

    /** A whole list of scalars or enums. */
    static JsonProjection leaves(TypeRef type, Model model) {
        ColumnType element = type.kind() == TypeRef.Kind.ENUM ? ColumnType.TEXT : ValueType.scalar(model, type.name());
        return new JsonProjection(new ProjectedList(type.elementNullable(), new ProjectedScalar(element)));
    }

    private Projection of(TypeRef type, List<SelectionSet> selections) {
        Projection element = type.leaf() ? leaf(type) : object(context.type(type.name()), selections);
        return type.list() ? new ProjectedList(type.elementNullable(), element) : element;
    }

    private Projection leaf(TypeRef type) {
        if (type.kind() != TypeRef.Kind.ENUM) {
            return new ProjectedScalar(context.elementType(type));
        }
        RowProgram.Choices values = SelectionPlanner.choices(context.enumType(type.name()));
        return new ProjectedEnum(type.name(), values.texts(), values.results());
    }

    private ProjectedObject object(ObjectType type, List<SelectionSet> selections) {
        List<ProjectedField> fields = new ArrayList<>();
        for (SelectedField selected : collector.collect(type.name(), selections)) {
            fields.add(field(type, selected));
        }
        return new ProjectedObject(fields);
    }

    private ProjectedField field(ObjectType type, SelectedField selected) {
        byte[] key = ("\"" + selected.key() + "\":").getBytes(StandardCharsets.UTF_8);
        Field field = type.field(selected.name());
        if (field == null) {
            byte[] typeName = ("\"" + type.name() + "\"").getBytes(StandardCharsets.UTF_8);
            return constant(key, typeName);
        }
        return new ProjectedField(
                key,
                field.column().get(context.dialect.name()),
                null,
                field.type().nullable(),
                of(field.type(), selected.selections()));
    }

    private static ProjectedField constant(byte[] key, byte @Nullable [] json) {
        return new ProjectedField(key, null, json, false, new ProjectedObject(List.of()));
    }
}
