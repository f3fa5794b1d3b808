package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.json.ProjectedEnum;
import io.fraiseql.core.json.ProjectedField;
import io.fraiseql.core.json.ProjectedList;
import io.fraiseql.core.json.ProjectedObject;
import io.fraiseql.core.json.ProjectedScalar;
import io.fraiseql.core.json.Projection;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Subscription;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.rule.Predicate;
import io.fraiseql.core.rule.Truth;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plans subscriptions: which events, and what of their images. No SQL comes of it. */
final class SubscriptionPlanner {

    private static final Predicate EVERY = row -> Truth.TRUE;

    private final Model model;
    private final String dialect;
    private final FieldCollector collector;

    SubscriptionPlanner(Model model, String dialect, FieldCollector collector) {
        this.model = model;
        this.dialect = dialect;
        this.collector = collector;
    }

    /** @param arguments of the root field */
    SubscriptionPlan plan(SelectedField root, FieldArguments arguments, Map<String, Object> variables) {
        Subscription subscription = subscription(root);
        ObjectType type = Objects.requireNonNull(model.type(subscription.type()));
        BindSource where = arguments.whole(SurfaceNames.SUBSCRIPTION, root.first(), SurfaceNames.WHERE);
        Predicate filter = where == null
                ? EVERY
                : new ImageFilter(model, dialect, type).where(where.value(variables), SurfaceNames.WHERE);
        return new SubscriptionPlan(
                root.key(), subscription, filter, projection(root, type), after(root, arguments, variables));
    }

    /** Finds what a selection asks of events that they do not have. */
    void check(SelectedField root) {
        projection(root, Objects.requireNonNull(model.type(subscription(root).type())));
    }

    private Subscription subscription(SelectedField root) {
        Subscription subscription = model.subscriptions().get(root.name());
        if (subscription == null) {
            throw new FraiseqlException(
                    CoreErrorCode.GRAPHQL_VALIDATION_FAILED,
                    "'" + root.name() + "' is no subscription; select a field of " + SurfaceNames.SUBSCRIPTION);
        }
        return subscription;
    }

    private static @Nullable Long after(SelectedField root, FieldArguments arguments, Map<String, Object> variables) {
        BindSource source = arguments.whole(SurfaceNames.SUBSCRIPTION, root.first(), SurfaceNames.AFTER);
        Long after = source == null ? null : (Long) source.value(variables);
        if (after != null && after < 0) {
            throw new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, "'after' is a position: 0 or more");
        }
        return after;
    }

    private JsonProjection projection(SelectedField root, ObjectType type) {
        List<ProjectedField> fields = new ArrayList<>();
        for (SelectedField selected : collector.collect(type.name(), root.selections())) {
            byte[] key = RootPlan.label(selected.key());
            fields.add(
                    selected.name().equals("__typename")
                            ? ProjectedField.constant(key, RootPlan.utf8("\"" + type.name() + "\""))
                            : field(key, type, selected));
        }
        return new JsonProjection(new ProjectedObject(fields));
    }

    private ProjectedField field(byte[] key, ObjectType type, SelectedField selected) {
        Field field = type.field(selected.name());
        if (field == null || !WritableFields.isStored(field)) {
            throw new FraiseqlException(
                    CoreErrorCode.GRAPHQL_VALIDATION_FAILED,
                    "'" + selected.name() + "' is not in the events of " + type.name()
                            + ", which have its stored fields; query it by the key of the row");
        }
        return ProjectedField.of(key, field.name(), field.type().nullable(), value(field.type()));
    }

    private Projection value(TypeRef type) {
        Projection element = type.kind() == TypeRef.Kind.ENUM
                ? names(Objects.requireNonNull(model.enums().get(type.name())))
                : new ProjectedScalar(ValueType.scalar(model, type.name()));
        return type.list() ? new ProjectedList(type.elementNullable(), element) : element;
    }

    /** Events have the names; what a function of the database says may have what is stored. */
    private static ProjectedEnum names(EnumType type) {
        List<byte[]> texts = new ArrayList<>();
        List<byte[]> results = new ArrayList<>();
        type.values().keySet().forEach(name -> {
            texts.add(RootPlan.utf8(name));
            results.add(RootPlan.utf8("\"" + name + "\""));
        });
        type.values().forEach((name, value) -> {
            texts.add(RootPlan.utf8(value.stored()));
            results.add(RootPlan.utf8("\"" + name + "\""));
        });
        return new ProjectedEnum(type.name(), texts, results);
    }
}
