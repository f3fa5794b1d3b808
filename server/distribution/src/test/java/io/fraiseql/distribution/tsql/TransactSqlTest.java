package io.fraiseql.distribution.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.plugin.testkit.Chinook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two parsers of T-SQL read every statement of the golden files, the capture triggers, the contract and both corpora. Neither knows names, types or meaning. */
class TransactSqlTest {

    private static final String NO_SQLFLUFF = "sqlfluff is not here; scripts/services brings it, or says why not";

    private final ShardingSphere shardingSphere = new ShardingSphere();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT [id] FROM [shelf] LIMIT 10",
                "SELECT [id]::int FROM [shelf]",
                "SELECT [s].[id] FROM [shelf] AS [s], LATERAL (SELECT 1 AS [x]) AS [t]",
                "SELECT [id] FROM [shelf] WHERE [label] ILIKE 'a%'",
                "INSERT INTO [shelf] ([label]) VALUES ('a') RETURNING [id]",
                "UPDATE [shelf] SET [label] = 'x' WHERE [id] = 1 RETURNING [id]",
                "SELECT `id` FROM `shelf`",
                "SELECT [id] FROM [shelf] OFFSET 10 ROWS",
                "SELECT [id] FROM [shelf] WHERE ([id] > 1"
            })
    void shardingSphereRefusesForeignSyntax(String sql) {
        assertThat(shardingSphere.plainProblem(sql)).isNotNull();
    }

    @Test
    void sqlfluffRefusesForeignSyntax() {
        assumeTrue(Sqlfluff.present(), NO_SQLFLUFF);
        List<String> foreign = List.of(
                "SELECT [id] FROM [shelf] LIMIT 10",
                "SELECT `id` FROM `shelf`",
                "SELECT [id] FROM [shelf] ORDER BY [id] FETCH NEXT 5 ROWS ONLY",
                "SELECT [id] FROM [shelf] WHERE ([id] > 1");
        assertThat(Sqlfluff.problems(foreign)).hasSameSizeAs(foreign).doesNotContain("");
    }

    @Test
    void shardingSphereTakesEveryStatement() {
        Map<String, String> statements = statements();
        Map<String, String> problems = new TreeMap<>();
        statements.forEach((origin, sql) -> {
            String problem = shardingSphere.problem(sql);
            if (problem != null) {
                problems.put(origin, problem + "\n" + sql);
            }
        });
        assertThat(statements).hasSizeGreaterThan(100);
        assertThat(problems).isEmpty();
    }

    @Test
    void sqlfluffTakesEveryStatement() {
        assumeTrue(Sqlfluff.present(), NO_SQLFLUFF);
        Map<String, String> statements = statements();
        List<String> found = Sqlfluff.problems(statements.values());
        Map<String, String> problems = new TreeMap<>();
        List<String> origins = new ArrayList<>(statements.keySet());
        for (int i = 0; i < origins.size(); i++) {
            if (!found.get(i).isEmpty()) {
                problems.put(origins.get(i), found.get(i) + "\n" + statements.get(origins.get(i)));
            }
        }
        assertThat(found).hasSameSizeAs(origins);
        assertThat(problems).isEmpty();
    }

    @Test
    void theContractIsAmongTheStatements() {
        assertThat(Statements.contract()).hasSizeGreaterThan(500);
    }

    @Test
    void chinookIsAmongTheStatements() {
        assumeTrue(Chinook.present(), "Chinook is not here; FRAISEQL_CHINOOK_DIR names the folder of its scripts");
        assertThat(Statements.chinook()).hasSizeGreaterThan(80);
    }

    /** One of each shape. */
    private static Map<String, String> statements() {
        Map<String, String> statements = new LinkedHashMap<>(Statements.golden());
        statements.putAll(Statements.triggers());
        statements.putAll(Statements.demo());
        statements.putAll(Statements.contract());
        if (Chinook.present()) {
            statements.putAll(Statements.chinook());
        }
        Set<String> seen = new HashSet<>();
        statements.values().removeIf(sql -> !seen.add(shape(sql)));
        return statements;
    }

    /** A statement without what its syntax does not depend on: names in brackets, parameters, texts, numbers. */
    private static String shape(String sql) {
        return sql.replaceAll("\\[[^]]*]", "[]")
                .replaceAll("'(?:[^']|'')*'", "''")
                .replaceAll("(?<![\\w])(?:@P)?\\d+(?:\\.\\d+)?", "0");
    }
}
