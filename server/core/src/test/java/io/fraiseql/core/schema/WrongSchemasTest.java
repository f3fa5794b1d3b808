package io.fraiseql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code wrong-schemas.txt}: a piece put into a right schema, and exactly the problems it must give. */
class WrongSchemasTest {

    private final SchemaLoader loader = new SchemaLoader(TestScalars.all());

    record Case(String place, String piece, List<Problem> problems) {
        String schema() {
            String field = place.equals("field") ? ", {" + piece + "}" : "";
            String type = place.equals("type") ? ", " + piece : "";
            String query = place.equals("query") ? ", {" + piece + "}" : "";
            String root = place.equals("root") ? ", " + piece : "";
            String text = place.equals("text")
                    ? piece
                    : "{'types': [{'name': 'A', 'sql_source': 'a', 'primary_key': ['id'], 'fields': ["
                            + "{'name': 'id', 'type': 'Int', 'nullable': false}" + field + "]}" + type
                            + "], 'queries': [{'name': 'as', 'return_type': 'A', 'returns_list': true}" + query + "]"
                            + root + "}";
            return text.replace('\'', '"');
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(Case wrong) {
        Checked<?> loaded = loader.load(wrong.schema(), List.of("postgresql", "sqlite"));
        assertThat(loaded.problems()).isEqualTo(wrong.problems());
        assertThat(loaded.value()).isNull();
    }

    @Test
    void theSchemaAroundThePiecesIsRight() {
        Case right = new Case("root", "'enums': []", List.of());
        assertThat(loader.load(right.schema(), List.of("postgresql", "sqlite")).problems())
                .isEmpty();
        assertThat(cases()).hasSizeGreaterThan(60);
    }

    @Test
    void saysEverythingAtOnce() {
        List<Problem> expected = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        int index = 1;
        for (Case wrong : cases().toList()) {
            if (wrong.place().equals("field")) {
                fields.add(wrong.piece().replaceFirst("'name': 'x'", "'name': 'x" + index + "'"));
                for (Problem problem : wrong.problems()) {
                    int shift = problem.pointer().startsWith("/types/0/fields/2") ? 1 : 0;
                    String pointer = problem.pointer()
                            .replaceFirst("^/types/0/fields/\\d+", "/types/0/fields/" + (index + shift));
                    expected.add(new Problem(pointer, problem.message(), problem.suggestion()));
                }
                index += 1 + (wrong.piece().contains("}, {") ? 1 : 0);
            }
        }
        Case all = new Case("field", String.join("}, {", fields), expected);
        assertThat(loader.load(all.schema(), List.of("postgresql", "sqlite")).problems())
                .extracting(Problem::pointer)
                .containsAll(expected.stream().map(Problem::pointer).toList());
        assertThat(expected).hasSizeGreaterThan(20);
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String block : text().split("\n\n", 0)) {
            List<Problem> problems = new ArrayList<>();
            StringBuilder piece = new StringBuilder();
            List<String> lines = block.lines().toList();
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith("> ")) {
                    String[] parts = line.substring(2).split(" \\| ", -1);
                    problems.add(new Problem(
                            parts[0].equals("/") ? "" : parts[0], parts[1], parts.length == 3 ? parts[2] : null));
                } else {
                    piece.append(line).append('\n');
                }
            }
            cases.add(new Case(lines.get(0), piece.toString().strip(), problems));
        }
        return cases.stream();
    }

    private static String text() {
        try (InputStream stream = WrongSchemasTest.class.getResourceAsStream("wrong-schemas.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
