package io.fraiseql.core.surface;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.fraiseql.core.cursor.Cursor;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCodec;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Dialect;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What clients see of a schema: parses, validates and limits their documents, coerces their values and answers introspection.
 * Made once per schema and dialect; thread-safe; never blocks.
 */
public final class Surface {

    private final GraphQLSchema schema;
    private final Map<String, GraphQLDirective> directives;
    private final InputCoercion coercion;
    private final VariableCoercion variableCoercion;
    private final Introspector introspector;
    private final DocumentParser parser;
    private final DocumentValidator validator;
    private final LimitRules limitRules;
    private final int maxPageSize;

    /**
     * Builds the schema.
     *
     * @param codecs the codec of a scalar by name; null for one that it does not know
     * @throws FraiseqlException with {@link CoreErrorCode#INVALID_SCHEMA} if a generated type's name is taken or a codec is missing
     */
    public Surface(Model model, Dialect dialect, Function<String, @Nullable ScalarCodec> codecs, SurfaceLimits limits) {
        this(SurfaceBuilder.build(model, dialect), directives(model, dialect), codecs, limits);
    }

    private Surface(
            GraphQLSchema schema,
            Map<String, GraphQLDirective> directives,
            Function<String, @Nullable ScalarCodec> codecs,
            SurfaceLimits limits) {
        this(schema, directives, new InputCoercion(codecs(schema, codecs)), new Introspector(schema), limits);
    }

    private Surface(
            GraphQLSchema schema,
            Map<String, GraphQLDirective> directives,
            InputCoercion coercion,
            Introspector introspector,
            SurfaceLimits limits) {
        this.schema = schema;
        this.directives = directives;
        this.coercion = coercion;
        this.variableCoercion = new VariableCoercion(coercion);
        this.introspector = introspector;
        this.parser = new DocumentParser(limits.maxTokens());
        this.validator = new DocumentValidator(schema, directives, coercion, limits.introspection());
        this.limitRules = new LimitRules(limits);
        this.maxPageSize = limits.maxPageSize();
    }

    private static Map<String, GraphQLDirective> directives(Model model, Dialect dialect) {
        Map<String, GraphQLDirective> directives = new LinkedHashMap<>();
        SurfaceBuilder.directives(model, dialect).forEach(directive -> directives.put(directive.getName(), directive));
        return directives;
    }

    /** The same schema with other limits. */
    public Surface withLimits(SurfaceLimits limits) {
        return new Surface(schema, directives, coercion, introspector, limits);
    }

    /** The schema; documents that {@link #parse} returns are valid against it. */
    public GraphQLSchema schema() {
        return schema;
    }

    /**
     * Parses and validates a document, chooses the operation and checks its limits.
     *
     * @param operationName null to choose the only operation
     * @throws GraphQLRequestException if any of this fails
     */
    public ParsedOperation parse(String text, @Nullable String operationName) {
        Document document = parser.parse(text);
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.putIfAbsent(fragment.getName(), fragment);
        }
        limitRules.checkShape(document, fragments);
        OperationChoice.refuseMissing(document, operationName, schema);
        validator.validate(document);
        OperationDefinition operation = OperationChoice.choose(document, operationName);
        ParsedOperation parsed = parsed(document, operation, fragments);
        limitRules.checkCost(operation, parsed.cost().fixed());
        return parsed;
    }

    /** An operation of our own making, without fragments, that is known to be valid; no limit is looked at. */
    public ParsedOperation valid(OperationDefinition operation) {
        return parsed(new Document(List.of(operation)), operation, Map.of());
    }

    private ParsedOperation parsed(
            Document document, OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
        OperationCost cost = new CostCounter(schema, fragments, maxPageSize).count(operation);
        return new ParsedOperation(document, operation, fragments, DeclaredVariable.of(operation, schema), cost);
    }

    /**
     * Coerces the variables of a request and checks what the operation costs with them.
     *
     * @param raw JSON values as in {@link io.fraiseql.core.request.GraphQLRequest#variables}
     * @return typed values by name: absent when neither given nor defaulted; enums as their GraphQL name, input objects as {@link
     *     LinkedHashMap} of the members given, null members included, lists as {@link List}
     * @throws GraphQLRequestException with {@link CoreErrorCode#BAD_USER_INPUT} or {@link CoreErrorCode#QUERY_TOO_COMPLEX}
     */
    public Map<String, Object> coerceVariables(ParsedOperation operation, Map<String, Object> raw) {
        Map<String, Object> values = variableCoercion.coerce(operation.variables(), raw);
        limitRules.checkCost(operation.operation(), operation.cost().total(values));
        return values;
    }

    /**
     * Coerces a literal that holds no variables.
     *
     * @return the same as for a variable; null for a null
     * @throws GraphQLRequestException with {@link CoreErrorCode#BAD_USER_INPUT}; not for a literal of a parsed operation
     */
    public @Nullable Object coerceLiteral(Value<?> literal, GraphQLInputType type) {
        Problems problems = new Problems(CoreErrorCode.BAD_USER_INPUT);
        Object value = coercion.coerce(new LiteralInput(literal), type, InputPath.root("value"), problems);
        problems.throwIfAny();
        return value;
    }

    /**
     * Answers the {@code __schema} and {@code __type} fields of an operation.
     *
     * @param variables coerced
     * @return JSON by response key, in the order of the operation; shared, not to be changed
     */
    public Map<String, byte[]> introspect(ParsedOperation operation, Map<String, Object> variables) {
        return introspector.answer(operation, variables);
    }

    /** The schema as text, in alphabetical order; the same for the same model and dialect. */
    public String sdl() {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
                .includeDirectiveDefinitions(true)
                .includeDirectiveDefinition(Set.of(SurfaceNames.CONSISTENT, SurfaceNames.TRANSACTION)::contains)
                .includeSchemaDefinition(false);
        return new SchemaPrinter(options).print(schema);
    }

    private static Map<String, ScalarCodec> codecs(
            GraphQLSchema schema, Function<String, @Nullable ScalarCodec> codecs) {
        Map<String, ScalarCodec> found = new HashMap<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLScalarType) {
                boolean cursor = type.getName().equals(Cursor.SCALAR);
                ScalarCodec codec = cursor ? Cursor.codec() : codecs.apply(type.getName());
                if (codec == null) {
                    throw new FraiseqlException(
                            CoreErrorCode.INVALID_SCHEMA,
                            "there is no scalar " + type.getName() + "; correct its name");
                }
                found.put(type.getName(), codec);
            }
        }
        return found;
    }
}
