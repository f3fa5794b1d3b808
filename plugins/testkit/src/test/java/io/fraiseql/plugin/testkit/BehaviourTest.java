package io.fraiseql.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import io.fraiseql.plugin.testkit.contract.Behaviour;
import io.fraiseql.plugin.testkit.contract.ContractCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases by themselves, without a database. */
class BehaviourTest {

    private static final Path FOLDER = Path.of("src/main/resources/contract");

    @Test
    void everyFileIsRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cases"))
                    .map(name -> name.replace(".cases", ""))
                    .toList();
            assertThat(Behaviour.all()).extracting(Behaviour::name).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void titlesAreUniqueAndThereAreEnough() {
        List<String> titles = Behaviour.all().stream()
                .flatMap(behaviour -> behaviour.cases().stream())
                .map(ContractCase::toString)
                .toList();
        assertThat(titles).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(700);
    }

    @Test
    void documentsThatAreAnsweredParse() {
        for (Behaviour behaviour : Behaviour.all()) {
            for (ContractCase one : behaviour.cases()) {
                one.steps().stream().filter(step -> step.answer() != null).forEach(step -> assertThat(
                                Parser.parse(step.document()).getDefinitions())
                        .as(one.toString())
                        .isNotEmpty());
            }
        }
    }
}
