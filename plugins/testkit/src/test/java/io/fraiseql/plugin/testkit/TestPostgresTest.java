package io.fraiseql.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void databasesAreSeparate() {
        String first = TestPostgres.shared().createDatabase();
        String second = TestPostgres.shared().createDatabase();
        TestPostgres.sql(first, "create table t (a int); insert into t values (1);");
        TestPostgres.sql(second, "create table t (a int)");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void statementsCanBeCountedInTheLog() {
        try (TestPostgres server = TestPostgres.start(Map.of("log_statement", "all"))) {
            String url = server.createDatabase("counted");
            TestPostgres.sql(url, "select 4711");
            assertThat(server.log().lines().filter(line -> line.startsWith("counted:") && line.contains("4711")))
                    .hasSize(1);
        }
    }

    @Test
    void chinookLoads() throws Exception {
        assumeTrue(Chinook.present());
        String url = TestPostgres.shared().createDatabase();
        TestPostgres.sql(url, Chinook.script("postgresql"));
        try (var connection = DriverManager.getConnection(url);
                var rows = connection.createStatement().executeQuery("select count(*) from track")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3503);
        }
    }
}
