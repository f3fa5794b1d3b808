package io.fraiseql.distribution.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract on every engine, and the page that is written from it. Run with {@code -Dreference.write=true} to write the page anew.
 * Versions are not compared, because some engines come from outside the build. SQL Server has no engine that a build could start;
 * {@code SqlServerContractTest} runs the contract where somebody names one.
 */
class DialectsPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path PAGE = ROOT.resolve("docs/dialects.md");
    private static final Path HEAD = Path.of("src/test/resources/reference/dialects-head.md");
    private static final Path OLDEST_POSTGRES = Path.of("target/oldest-postgresql/binaries.jar");

    @TempDir
    private Path folder;

    @Test
    void everyCaseHoldsOnEveryEngineAndThePageSaysSo() throws IOException {
        TestDatabase.MYSQL.require();
        Map<String, ContractRun> runs = new LinkedHashMap<>();
        runs.put("SQLite", ContractRun.at(TestDatabase.SQLITE.create(folder)));
        runs.put("PostgreSQL", ContractRun.at(TestDatabase.POSTGRESQL.create(folder)));
        try (TestPostgres oldest = TestPostgres.startFrom(OLDEST_POSTGRES, Map.of())) {
            runs.put("PostgreSQL, oldest", ContractRun.at(oldest.createDatabase()));
        }
        runs.put("MariaDB", ContractRun.at(TestDatabase.MARIADB.create(folder)));
        runs.put("MySQL", ContractRun.at(TestDatabase.MYSQL.create(folder)));
        runs.put("SQL Server", ContractRun.none(Target.dialect(TestDatabase.SQLSERVER)));

        List<String> failures =
                runs.values().stream().flatMap(run -> run.failures().stream()).toList();
        assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
        compare(new DialectsPage(runs).text(Files.readString(HEAD)));
    }

    private static void compare(String page) throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(withoutVersions(Files.readString(PAGE)))
                .as("docs/dialects.md is out of date; run this test with -Dreference.write=true")
                .isEqualTo(withoutVersions(page));
    }

    private static String withoutVersions(String page) {
        return page.replaceAll("(?m)^\\| ran as .*$", "");
    }
}
