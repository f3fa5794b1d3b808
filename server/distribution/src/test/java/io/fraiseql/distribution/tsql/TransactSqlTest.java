package io.fraiseql.distribution.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.distribution.Matrix;
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
    private static final String NO_CHINOOK =
            "Chinook is not here; FRAISEQL_CHINOOK_DIR names the folder of its scripts";

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
    void shardingSphereTakesEveryForm() {
        assertThat(refusedByShardingSphere(forms())).isEmpty();
    }

    /** Those of the contract, which it takes longest for, in a full check. */
    @Test
    void sqlfluffTakesEveryForm() {
        assumeTrue(Sqlfluff.present(), NO_SQLFLUFF);
        assertThat(refusedBySqlfluff(Matrix.isFull() ? forms() : written())).isEmpty();
    }

    @Test
    void bothTakeWhatTheCorporaPutTogether() {
        assumeTrue(Matrix.isFull(), "the statements of the corpora are read in scripts/check --full");
        assumeTrue(Sqlfluff.present(), NO_SQLFLUFF);
        assumeTrue(Chinook.present(), NO_CHINOOK);
        Map<String, String> statements = Statements.demo();
        statements.putAll(Statements.chinook());
        oneOfEachShape(statements);
        assertThat(refusedByShardingSphere(statements)).isEmpty();
        assertThat(refusedBySqlfluff(statements)).isEmpty();
    }

    @Test
    void theContractIsAmongTheStatements() {
        assertThat(Statements.contract()).hasSizeGreaterThan(500);
    }

    @Test
    void chinookIsAmongTheStatements() {
        assumeTrue(Chinook.present(), NO_CHINOOK);
        assertThat(Statements.chinook()).hasSizeGreaterThan(80);
    }

    private static Map<String, String> forms() {
        Map<String, String> statements = written();
        statements.putAll(Statements.contract());
        oneOfEachShape(statements);
        return statements;
    }

    private static Map<String, String> written() {
        Map<String, String> statements = new LinkedHashMap<>(Statements.golden());
        statements.putAll(Statements.triggers());
        oneOfEachShape(statements);
        return statements;
    }

    private Map<String, String> refusedByShardingSphere(Map<String, String> statements) {
        Map<String, String> problems = new TreeMap<>();
        statements.forEach((origin, sql) -> {
            String problem = shardingSphere.problem(sql);
            if (problem != null) {
                problems.put(origin, problem + "\n" + sql);
            }
        });
        assertThat(statements).hasSizeGreaterThan(100);
        return problems;
    }

    private static Map<String, String> refusedBySqlfluff(Map<String, String> statements) {
        List<String> found = Sqlfluff.problems(statements.values());
        assertThat(found).hasSameSizeAs(statements.values());
        Map<String, String> problems = new TreeMap<>();
        List<String> origins = new ArrayList<>(statements.keySet());
        for (int i = 0; i < origins.size(); i++) {
            if (!found.get(i).isEmpty()) {
                problems.put(origins.get(i), found.get(i) + "\n" + statements.get(origins.get(i)));
            }
        }
        return problems;
    }

    private static void oneOfEachShape(Map<String, String> statements) {
        Set<String> seen = new HashSet<>();
        statements.values().removeIf(sql -> !seen.add(shape(sql)));
    }

    /** A statement without what its syntax does not depend on: names in brackets, parameters, texts, numbers. */
    private static String shape(String sql) {
        return sql.replaceAll("\\[[^]]*]", "[]")
                .replaceAll("'(?:[^']|'')*'", "''")
                .replaceAll("(?<![\\w])(?:@P)?\\d+(?:\\.\\d+)?", "0");
    }
}
