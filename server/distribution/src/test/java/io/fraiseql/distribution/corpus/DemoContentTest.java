package io.fraiseql.distribution.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.demo.DemoData;
import io.fraiseql.server.demo.DemoDatabase;
import io.fraiseql.server.demo.DemoErrorCode;
import io.fraiseql.server.demo.DemoTable;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo on every database: the same content, cell by cell. */
class DemoContentTest {

    @TempDir
    static Path folder;

    private static final Map<TestDatabase, String> URLS = new EnumMap<>(TestDatabase.class);

    /** The demo on a database; made at first use. PostgreSQL's is what the others are compared with. */
    private static String url(TestDatabase database) {
        database.require();
        return URLS.computeIfAbsent(database, DemoContentTest::create);
    }

    private static String create(TestDatabase database) {
        if (database == TestDatabase.POSTGRESQL) {
            String url = TestDemo.postgresUrl();
            return url + (url.contains("?") ? "&" : "?") + "options=-c%20intervalstyle=iso_8601";
        }
        String url = database.create(folder);
        DemoDatabase.create(new UrlDataSource(url), database.dialect(), TestDemo.ddl(database.dialect()));
        return url;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POSTGRESQL")
    void everyRowIsTheSame(TestDatabase database) throws SQLException {
        for (DemoTable table : DemoData.tables()) {
            List<String> found = rows(url(database), table, StoredValues.of(database));
            List<String> expected = rows(url(TestDatabase.POSTGRESQL), table, StoredValues.of(TestDatabase.POSTGRESQL));
            assertThat(found).as(table.name()).hasSize(table.rows()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POSTGRESQL")
    void theViewsHaveTheSameRows(TestDatabase database) throws SQLException {
        for (String view : List.of("book_overview", "v_author_profile", "v_order_summary")) {
            assertThat(count(url(database), view))
                    .as(view)
                    .isPositive()
                    .isEqualTo(count(url(TestDatabase.POSTGRESQL), view));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseThatHasTheTables(TestDatabase database) {
        UrlDataSource source = new UrlDataSource(url(database));
        String dialect = database.dialect();
        assertThatThrownBy(() -> DemoDatabase.create(source, dialect, TestDemo.ddl(dialect)))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DemoErrorCode.DEMO_TABLES_EXIST))
                .hasMessageContaining("book_author");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aFailureLeavesNothingBehindWhereCreatingCommits(TestDatabase database) throws Exception {
        database.require();
        String url = database.create(folder);
        Path ddl = Files.writeString(
                folder.resolve("broken.sql"),
                Files.readString(TestDemo.ddl(database.dialect())) + "\n\nCREATE TABLE nothing (a nonsense);\n");
        assertThatThrownBy(() -> DemoDatabase.create(new UrlDataSource(url), database.dialect(), ddl))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DemoErrorCode.DEMO_FAILED));
        assertThat(count(url, "information_schema.tables WHERE table_schema = DATABASE()"))
                .isZero();
    }

    @Test
    void aFailureLeavesNothingBehind() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("broken.db");
        assertThatThrownBy(() -> DemoDatabase.create(new UrlDataSource(url), "sqlite", TestDemo.ddl("postgresql")))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DemoErrorCode.DEMO_FAILED));
        assertThat(count(url, "sqlite_master")).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POSTGRESQL")
    void theDocumentsAreTheSame(TestDatabase database) throws SQLException, JsonProcessingException {
        for (String query : List.of(
                "SELECT data FROM v_author_profile WHERE author_id < 500 ORDER BY author_id",
                "SELECT data FROM v_order_summary WHERE order_id < 9000000500 ORDER BY order_id")) {
            List<String> found = texts(url(database), query);
            List<String> wanted = texts(url(TestDatabase.POSTGRESQL), query);
            assertThat(found).hasSizeGreaterThan(400).hasSameSizeAs(wanted);
            for (int i = 0; i < found.size(); i++) {
                JsonNode expected = JsonDifferences.MAPPER.readTree(wanted.get(i));
                JsonNode actual = JsonDifferences.MAPPER.readTree(found.get(i));
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
