package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a corpus against a server and against PostgreSQL, and compares. The server may stand on any dialect, with the same data,
 * {@code graphql.textOrder: codepoint} and limits that let whole tables through. One thread.
 */
public final class CorpusSuite {

    private final List<CorpusOperation> operations;
    private final GraphQLEndpoint endpoint;
    private final ExpectedAnswers expected;

    public CorpusSuite(List<CorpusOperation> operations, GraphQLEndpoint endpoint, ExpectedAnswers expected) {
        this.operations = List.copyOf(operations);
        this.endpoint = endpoint;
        this.expected = expected;
    }

    /**
     * Runs everything.
     *
     * @throws AssertionError that lists every operation whose answer differs, and where
     */
    public void verify() {
        List<String> failures = new ArrayList<>();
        for (CorpusOperation operation : operations) {
            List<String> differences = differences(operation);
            if (!differences.isEmpty()) {
                failures.add(operation.name() + "\n    " + String.join("\n    ", differences));
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " of " + operations.size() + " operations differ:\n"
                    + String.join("\n", failures));
        }
    }

    /** What is wrong with one operation's answer; empty when nothing is. */
    public List<String> differences(CorpusOperation operation) {
        JsonNode wanted = expected.of(operation);
        JsonNode response;
        try {
            response = endpoint.post(operation);
        } catch (RuntimeException e) {
            return List.of("no answer: " + e.getMessage());
        }
        if (response.has("errors")) {
            return List.of("errors: " + response.get("errors"));
        }
        JsonNode data = response.path("data");
        return JsonDifferences.between(wanted, data);
    }
}
