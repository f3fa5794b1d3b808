package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes an operation of each root field of an operation, with the fragments and variables that it needs. Used for one operation. */
public final class RootFields {

    private final CorpusOperation whole;
    private final OperationDefinition operation;
    private final TreeMap<String, FragmentDefinition> fragments = new TreeMap<>();

    /** An operation of one root field, by its response key. */
    public record One(String key, String document, JsonNode variables) {}

    public RootFields(CorpusOperation whole) {
        this.whole = whole;
        Document document = new Parser().parseDocument(whole.document());
        this.operation = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(one ->
                        whole.operationName() == null || whole.operationName().equals(one.getName()))
                .findFirst()
                .orElseThrow();
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(one -> fragments.put(one.getName(), one));
    }

    /** Those whose rows have further rows below them; fields that fragments bring to the root are not among them. */
    public List<One> nested() {
        return operation.getSelectionSet().getSelectionsOfType(Field.class).stream()
                .filter(RootFields::hasFieldsWithFields)
                .map(this::alone)
                .toList();
    }

    private static boolean hasFieldsWithFields(Field field) {
        SelectionSet rows = field.getSelectionSet();
        return rows != null
                && rows.getSelectionsOfType(Field.class).stream().anyMatch(inner -> inner.getSelectionSet() != null);
    }

    private One alone(Field field) {
        Used used = new Used();
        used.visit(field);
        List<Node> definitions = new ArrayList<>();
        OperationDefinition one = operation.transform(builder -> builder.selectionSet(
                        SelectionSet.newSelectionSet().selection(field).build())
                .variableDefinitions(operation.getVariableDefinitions().stream()
                        .filter(variable -> used.variables.contains(variable.getName()))
                        .toList()));
        definitions.add(one);
        used.fragments.forEach(name -> definitions.add(fragments.get(name)));
        ObjectNode variables = JsonDifferences.MAPPER.createObjectNode();
        for (String name : used.variables) {
            if (whole.variables() != null && whole.variables().has(name)) {
                variables.set(name, whole.variables().get(name));
            }
        }
        String document = definitions.stream().map(AstPrinter::printAst).collect(Collectors.joining("\n"));
        return new One(field.getResultKey(), document, variables);
    }

    private final class Used extends NodeVisitorStub {

        private final Set<String> variables = new TreeSet<>();
        private final Set<String> fragments = new TreeSet<>();

        void visit(Node<?> node) {
            new NodeTraverser().preOrder(this, node);
        }

        @Override
        public TraversalControl visitVariableReference(VariableReference node, TraverserContext<Node> context) {
            variables.add(node.getName());
            return TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitFragmentSpread(FragmentSpread node, TraverserContext<Node> context) {
            if (fragments.add(node.getName())) {
                visit(RootFields.this.fragments.get(node.getName()));
            }
            return TraversalControl.CONTINUE;
        }
    }
}
