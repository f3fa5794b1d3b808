package io.fraiseql.distribution.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.server.demo.DemoData;
import io.fraiseql.server.demo.DemoDatabase;
import io.fraiseql.server.demo.DemoErrorCode;
import io.fraiseql.server.demo.DemoTable;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a real SQLite and a real PostgreSQL: the same content, cell by cell. */
class DemoContentTest {

    @TempDir
    static Path folder;

    static String sqlite = "";
    static String postgresql = "";

    @BeforeAll
    static void create() {
        sqlite = "jdbc:sqlite:" + folder.resolve("demo.db");
        String url = TestDemo.postgresUrl();
        postgresql = url + (url.contains("?") ? "&" : "?") + "options=-c%20intervalstyle=iso_8601";
        DemoDatabase.create(new UrlDataSource(sqlite), "sqlite", TestDemo.ddl("sqlite"));
    }

    @Test
    void everyRowIsTheSameOnBothDialects() throws SQLException {
        for (DemoTable table : DemoData.tables()) {
            List<String> onSqlite = rows(sqlite, table, StoredValues::ofSqlite);
            List<String> onPostgres = rows(postgresql, table, StoredValues::ofPostgres);
            assertThat(onSqlite).as(table.name()).hasSize(table.rows()).isEqualTo(onPostgres);
        }
    }

    @Test
    void theViewsHaveTheSameRows() throws SQLException {
        for (String view : List.of("book_overview", "v_author_profile", "v_order_summary")) {
            assertThat(count(sqlite, view)).as(view).isPositive().isEqualTo(count(postgresql, view));
        }
    }

    @Test
    void refusesADatabaseThatHasTheTables() {
        for (String url : List.of(sqlite, postgresql)) {
            String dialect = url.equals(sqlite) ? "sqlite" : "postgresql";
            assertThatThrownBy(() -> DemoDatabase.create(new UrlDataSource(url), dialect, TestDemo.ddl(dialect)))
                    .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                            .isEqualTo(DemoErrorCode.DEMO_TABLES_EXIST))
                    .hasMessageContaining("book_author");
        }
    }

    @Test
    void aFailureLeavesNothingBehind() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("broken.db");
        assertThatThrownBy(() -> DemoDatabase.create(new UrlDataSource(url), "sqlite", TestDemo.ddl("postgresql")))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DemoErrorCode.DEMO_FAILED));
        assertThat(count(url, "sqlite_master")).isZero();
    }

    @Test
    void theDocumentsAreTheSameOnBothDialects() throws SQLException, JsonProcessingException {
        for (String query : List.of(
                "SELECT data FROM v_author_profile WHERE author_id < 500 ORDER BY author_id",
                "SELECT data FROM v_order_summary WHERE order_id < 9000000500 ORDER BY order_id")) {
            List<String> onSqlite = texts(sqlite, query);
            List<String> onPostgres = texts(postgresql, query);
            assertThat(onSqlite).hasSizeGreaterThan(400).hasSameSizeAs(onPostgres);
            for (int i = 0; i < onSqlite.size(); i++) {
                JsonNode expected = JsonDifferences.MAPPER.readTree(onPostgres.get(i));
                JsonNode actual = JsonDifferences.MAPPER.readTree(onSqlite.get(i));
                assertThat(expected.equals(DemoContentTest::compare, actual))
                        .as("%s and %s", expected, actual)
                        .isTrue();
            }
        }
    }

    /** 4.0 and 4 are the same number. */
    private static int compare(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1;
    }

    private static List<String> texts(String url, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = new UrlDataSource(url).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    private static int count(String url, String table) throws SQLException {
        try (Connection connection = new UrlDataSource(url).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return result.getInt(result.next() ? 1 : 0);
        }
    }

    private static List<String> rows(String url, DemoTable table, StoredValues.Reader reader) throws SQLException {
        List<String> rows = new ArrayList<>();
        String columns = table.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        try (Connection connection = new UrlDataSource(url).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + columns + " FROM \"" + table.name() + '"')) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    cells.add(reader.read(result, i + 1, table.columns().get(i)));
                }
                rows.add(cells.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
