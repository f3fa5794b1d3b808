package io.fraiseql.core.surface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Answers {@code __schema} and {@code __type} with graphql-java and keeps the answers as bytes. Thread-safe. */
final class Introspector {

    private static final long MAX_CACHED_BYTES = 64L << 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final GraphQL graphQL;
    private final Cache<Key, Map<String, byte[]>> answers = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((Key key, Map<String, byte[]> answer) -> weight(key, answer))
            .build();

    Introspector(GraphQLSchema schema) {
        graphQL = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parser) ->
                        CompletableFuture.completedFuture(new PreparsedDocumentEntry(document(input))))
                .build();
    }

    /** The answers by response key, in the order of the operation; empty when nothing is asked of the schema. */
    Map<String, byte[]> answer(ParsedOperation operation, Map<String, Object> variables) {
        IntrospectionPart part = IntrospectionPart.of(operation);
        if (part.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> used = new LinkedHashMap<>(variables);
        used.keySet().retainAll(part.variables());
        Document document = part.document();
        return answers.get(new Key(AstPrinter.printAstCompact(document), used), key -> execute(document, used));
    }

    private Map<String, byte[]> execute(Document document, Map<String, Object> variables) {
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query("introspection")
                .variables(variables)
                .graphQLContext(Map.of(
                        Document.class, document, GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true))
                .build();
        ExecutionResult result = graphQL.execute(input);
        Map<String, Object> data = result.getData();
        if (data == null || !result.getErrors().isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL,
                    "introspection failed",
                    new IllegalStateException(result.getErrors().toString()));
        }
        Map<String, byte[]> answer = new LinkedHashMap<>();
        data.forEach((key, value) -> answer.put(key, json(value)));
        return answer;
    }

    private static Document document(ExecutionInput input) {
        return Objects.requireNonNull(input.getGraphQLContext().get(Document.class));
    }

    private static byte[] json(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "introspection failed", e);
        }
    }

    private static int weight(Key key, Map<String, byte[]> answer) {
        return key.document.length()
                + answer.values().stream().mapToInt(bytes -> bytes.length).sum();
    }

    private record Key(String document, Map<String, Object> variables) {}
}
