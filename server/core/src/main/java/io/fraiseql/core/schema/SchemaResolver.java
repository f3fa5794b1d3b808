package io.fraiseql.core.schema;

import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Offers;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.UnionType;
import io.fraiseql.spi.Nullable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a definition into the model that everything after it reads, or says everything that is wrong. Thread-safe. */
public final class SchemaResolver {

    private final Map<String, ScalarType> scalars;

    /**
     * @param scalars the scalars there are, by name
     */
    public SchemaResolver(Map<String, ScalarType> scalars) {
        this.scalars = Collections.unmodifiableMap(new LinkedHashMap<>(scalars));
    }

    /**
     * Resolves a schema.
     *
     * @param targets the dialects it must have values for; at least one
     * @return the model, or no value when there are problems
     */
    public Checked<Model> resolve(SchemaDefinition schema, List<String> targets) {
        Problems problems = new Problems();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("no target");
        }
        Scope scope = Scope.of(schema, scalars, new Targets(List.copyOf(targets), problems), problems);
        Model model = new Resolution(schema, scope).model();
        return new Checked<>(problems.isEmpty() ? model : null, problems.list());
    }

    /** One run. */
    private static final class Resolution {

        private final SchemaDefinition schema;
        private final Scope scope;
        private final NameCheck names;
        private final FieldResolver fields;

        Resolution(SchemaDefinition schema, Scope scope) {
            this.schema = schema;
            this.scope = scope;
            this.names = new NameCheck(scope.problems());
            this.fields = new FieldResolver(scope, names);
        }

        Model model() {
            names.types(schema, scope);
            Map<String, ObjectType> types = types();
            AbstractTypeResolver abstractTypes = new AbstractTypeResolver(scope, fields, types);
            Map<String, InterfaceType> interfaces = new LinkedHashMap<>();
            schema.interfaces().forEach(each -> interfaces.putIfAbsent(each.name(), abstractTypes.resolve(each)));
            Map<String, UnionType> unions = new LinkedHashMap<>();
            schema.unions().forEach(each -> unions.putIfAbsent(each.name(), abstractTypes.resolve(each)));
            Map<String, EnumType> enums = new LinkedHashMap<>();
            EnumResolver enumResolver = new EnumResolver(names, scope.problems());
            schema.enums().forEach(each -> enums.putIfAbsent(each.name(), enumResolver.resolve(each)));
            new EmbeddingCheck(scope, types).check();
            Map<String, RootField> queries = queries(types, interfaces);
            new OfferCheck(schema, scope, types, unions).check(queries);
            Map<String, Mutation> mutations = new MutationResolver(scope, names, types).resolve(schema.mutations());
            new CaptureCheck(scope, types, mutations).check(schema.types());
            Model written = new Model(
                    scope.targets().names(),
                    Collections.unmodifiableMap(types),
                    Collections.unmodifiableMap(enums),
                    Collections.unmodifiableMap(interfaces),
                    Collections.unmodifiableMap(unions),
                    UsedScalars.of(
                            scope.scalars(),
                            types,
                            interfaces,
                            queries,
                            mutations,
                            !schema.subscriptions().isEmpty()),
                    Collections.unmodifiableMap(queries),
                    mutations,
                    Map.of(),
                    schema.observers().stream().map(RuleDefinition::rule).toList(),
                    schema.schedules().stream()
                            .map(ScheduleDefinition::scheduled)
                            .toList());
            Model model = written.with(new SubscriptionResolver(scope, names, written).resolve(schema.subscriptions()));
            RuleCheck rules = new RuleCheck(model, scope.problems());
            rules.check(schema.observers());
            schema.schedules().forEach(schedule -> rules.checkName(schedule.definition()));
            new WindowCheck(scope, model).check(schema.aggregateQueries());
            return model;
        }

        private Map<String, ObjectType> types() {
            SourceResolver sources = new SourceResolver(scope.targets(), scope.problems());
            WritingResolver writing = new WritingResolver(scope.targets(), scope.problems());
            KeyResolver keys = new KeyResolver(scope.targets(), scope.problems());
            Map<String, ObjectType> types = new LinkedHashMap<>();
            for (TypeDefinition type : schema.types()) {
                Source source = sources.resolve(type);
                Map<String, Field> resolved = fields.resolve(type.at(), type.name(), type.fields(), source.kind());
                List<String> key = keys.resolve(type, source.kind(), resolved);
                interfaces(type);
                types.putIfAbsent(
                        type.name(),
                        new ObjectType(
                                type.name(),
                                type.description(),
                                source,
                                key,
                                Collections.unmodifiableMap(resolved),
                                type.interfaces(),
                                new Offers(type.relay(), type.aggregate()),
                                writing.resolve(type, source.kind(), resolved)));
            }
            return types;
        }

        private void interfaces(TypeDefinition type) {
            List<String> known =
                    schema.interfaces().stream().map(InterfaceDefinition::name).toList();
            for (int i = 0; i < type.interfaces().size(); i++) {
                String name = type.interfaces().get(i);
                String pointer = Pointer.to(Pointer.to(type.at(), "implements"), i);
                if (scope.kinds().get(name) != TypeRef.Kind.INTERFACE) {
                    scope.problems().addUnknown(pointer, "there is no interface `" + name + "`", name, known);
                } else if (type.interfaces().indexOf(name) < i) {
                    scope.problems().add(pointer, "`" + name + "` stands twice", "remove one");
                }
            }
        }

        private Map<String, RootField> queries(Map<String, ObjectType> types, Map<String, InterfaceType> interfaces) {
            QueryResolver resolver = new QueryResolver(scope, names, types, interfaces);
            Map<String, RootField> queries = new LinkedHashMap<>();
            if (schema.queries().isEmpty() && schema.aggregateQueries().isEmpty()) {
                scope.problems().add("", "the schema has no queries", "add `queries`");
            }
            for (QueryDefinition definition : schema.queries()) {
                RootField query = resolver.resolve(definition);
                add(queries, query, definition.at());
            }
            AggregateQueryResolver aggregates = new AggregateQueryResolver(scope, names, types);
            schema.aggregateQueries().forEach(each -> add(queries, aggregates.resolve(each), each.at()));
            return queries;
        }

        private void add(Map<String, RootField> queries, @Nullable RootField query, String at) {
            if (query != null && queries.putIfAbsent(query.name(), query) != null) {
                scope.problems()
                        .add(
                                Pointer.to(at, "name"),
                                "there is already a query `" + query.name() + "`",
                                "rename one of them");
            }
        }
    }
}
