package io.fraiseql.distribution.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.fraiseql.plugin.testkit.Chinook;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The corpus by itself, without a server: documents parse, statements run and say something. */
class CorpusStatementsTest {

    @Test
    void documentsParseAndNameTheirOperation() {
        assertThat(Corpus.load("chinook")).hasSizeGreaterThanOrEqualTo(80);
        assertThat(Corpus.load("demo")).hasSizeGreaterThanOrEqualTo(60);
        for (String folder : List.of("chinook", "demo")) {
            for (CorpusOperation operation : Corpus.load(folder)) {
                Document document = Parser.parse(operation.document());
                List<String> names = document.getDefinitionsOfType(OperationDefinition.class).stream()
                        .map(OperationDefinition::getName)
                        .toList();
                if (names.size() > 1) {
                    assertThat(names).as(operation.name()).contains(operation.operationName());
                }
            }
        }
    }

    @Test
    void demoStatementsAnswer() {
        verifyStatements("demo", TestDemo.postgresUrl());
    }

    @Test
    void chinookStatementsAnswer() {
        assumeTrue(Chinook.present());
        String url = TestPostgres.shared().createDatabase();
        TestPostgres.sql(url, Chinook.script("postgresql"));
        verifyStatements("chinook", url);
    }

    private static void verifyStatements(String folder, String url) {
        try (ExpectedAnswers answers = new ExpectedAnswers(url)) {
            for (CorpusOperation operation : Corpus.load(folder)) {
                JsonNode data = answers.of(operation);
                assertThat(data.isObject()).as(operation.name()).isTrue();
                assertThat(data.toString().length()).as(operation.name()).isGreaterThan(20);
                assertThat(data).as(operation.name()).anyMatch(field -> !field.isEmpty() || field.isValueNode());
            }
        }
    }
}
