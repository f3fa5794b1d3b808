package io.fraiseql.core.surface;

import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.OperationValidationRule;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The validation rules that depend on names and literals: like graphql-java's, but with suggestions, with the place of the value and
 * without accepting directives that this surface does not have. Used by one thread.
 */
final class NameRules {

    private final GraphQLSchema schema;
    private final Map<String, GraphQLDirective> directives;
    private final InputCoercion coercion;
    private final boolean introspection;
    private final Problems problems;

    NameRules(
            GraphQLSchema schema,
            Map<String, GraphQLDirective> directives,
            InputCoercion coercion,
            boolean introspection,
            Problems problems) {
        this.schema = schema;
        this.directives = directives;
        this.coercion = coercion;
        this.introspection = introspection;
        this.problems = problems;
    }

    void check(Document document) {
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                check(operation);
            } else if (definition instanceof FragmentDefinition fragment) {
                checkDirectives(fragment.getDirectives());
                checkSelections(fragment.getSelectionSet(), condition(fragment.getTypeCondition()));
            }
        }
    }

    private void check(OperationDefinition operation) {
        checkDirectives(operation.getDirectives());
        operation.getVariableDefinitions().forEach(this::check);
        checkSelections(operation.getSelectionSet(), OperationChoice.rootType(schema, operation));
    }

    private void check(VariableDefinition variable) {
        checkDirectives(variable.getDirectives());
        GraphQLType type = VariableTypes.resolve(schema, variable.getType());
        if (type == null) {
            TypeName name = VariableTypes.name(variable.getType());
            unknownType(name);
        } else if (variable.getDefaultValue() != null && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputType) {
            InputPath path = InputPath.root("$" + variable.getName());
            coercion.coerce(new LiteralInput(variable.getDefaultValue()), type, path, problems);
        }
    }

    private void checkSelections(@Nullable SelectionSet selections, @Nullable GraphQLType parent) {
        if (selections == null || problems.full()) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                check(field, parent);
            } else if (selection instanceof InlineFragment inline) {
                checkDirectives(inline.getDirectives());
                TypeName condition = inline.getTypeCondition();
                checkSelections(inline.getSelectionSet(), condition == null ? parent : condition(condition));
            } else if (selection instanceof FragmentSpread spread) {
                checkDirectives(spread.getDirectives());
            }
        }
    }

    private void check(Field field, @Nullable GraphQLType parent) {
        checkDirectives(field.getDirectives());
        if (!(parent instanceof GraphQLCompositeType composite)) {
            checkSelections(field.getSelectionSet(), null);
            return;
        }
        GraphQLFieldDefinition definition = MetaFields.definition(schema, composite, field.getName());
        if (definition == null) {
            unknownField(field, composite);
            return;
        }
        if (MetaFields.introspection(field) && !introspection) {
            problems.add(
                    field.getSourceLocation(),
                    "Introspection is switched off; the operator can allow it with graphql.introspection.");
            return;
        }
        String owner = "field \"" + composite.getName() + "." + field.getName() + "\"";
        checkArguments(field.getArguments(), definition.getArguments(), owner);
        checkSelections(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
    }

    private void unknownField(Field field, GraphQLCompositeType parent) {
        List<String> names = parent instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .toList()
                : List.of();
        problems.add(
                field.getSourceLocation(),
                "Type \"" + parent.getName() + "\" has no field \"" + field.getName() + "\"."
                        + DidYouMean.suggest(field.getName(), names));
    }

    private void checkDirectives(List<Directive> used) {
        for (Directive directive : used) {
            GraphQLDirective definition = directives.get(directive.getName());
            if (definition == null) {
                problems.add(
                        directive.getSourceLocation(),
                        "There is no directive \"@" + directive.getName() + "\"."
                                + DidYouMean.suggest("@" + directive.getName(), directiveNames()));
            } else {
                checkArguments(
                        directive.getArguments(),
                        definition.getArguments(),
                        "directive \"@" + directive.getName() + "\"");
            }
        }
    }

    private List<String> directiveNames() {
        return directives.keySet().stream().map(name -> "@" + name).toList();
    }

    private void checkArguments(List<Argument> used, List<GraphQLArgument> declared, String owner) {
        for (Argument argument : used) {
            GraphQLArgument definition = declared.stream()
                    .filter(candidate -> candidate.getName().equals(argument.getName()))
                    .findFirst()
                    .orElse(null);
            if (definition == null) {
                List<String> names =
                        declared.stream().map(GraphQLArgument::getName).toList();
                problems.add(
                        argument.getSourceLocation(),
                        "There is no argument \"" + argument.getName() + "\" on " + owner + "."
                                + DidYouMean.suggest(argument.getName(), names));
            } else {
                InputPath path = InputPath.root(argument.getName());
                coercion.coerce(new LiteralInput(argument.getValue()), definition.getType(), path, problems);
            }
        }
    }

    private @Nullable GraphQLType condition(TypeName name) {
        GraphQLType type = schema.getType(name.getName());
        if (type == null) {
            unknownType(name);
        }
        return type;
    }

    private void unknownType(TypeName name) {
        List<String> names = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            names.add(type.getName());
        }
        unknown(name.getSourceLocation(), name.getName(), names);
    }

    private void unknown(@Nullable SourceLocation location, String name, List<String> names) {
        problems.add(location, "There is no type \"" + name + "\"." + DidYouMean.suggest(name, names));
    }

    /** The rules of graphql-java that these replace. */
    static Set<OperationValidationRule> replaced() {
        return Set.of(
                OperationValidationRule.FIELDS_ON_CORRECT_TYPE,
                OperationValidationRule.KNOWN_ARGUMENT_NAMES,
                OperationValidationRule.KNOWN_TYPE_NAMES,
                OperationValidationRule.ARGUMENTS_OF_CORRECT_TYPE,
                OperationValidationRule.VARIABLE_DEFAULT_VALUES_OF_CORRECT_TYPE,
                OperationValidationRule.NO_FRAGMENT_CYCLES,
                OperationValidationRule.GOOD_FAITH_INTROSPECTION);
    }
}
