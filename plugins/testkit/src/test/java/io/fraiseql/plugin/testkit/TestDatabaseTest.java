package io.fraiseql.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each database of the tests is here, or its tests are listed as not run. SQLite's driver is not on this module's path. */
class TestDatabaseTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void answersOnDatabasesOfItsOwn(TestDatabase database) throws SQLException {
        database.require();
        String first = database.create(folder);
        String second = database.create(folder);
        TestDatabase.run(first, "create table t (a integer); insert into t values (1);");
        TestDatabase.run(second, "create table t (a integer)");
        assertThat(TestDatabase.at(first)).isEqualTo(database);
        assertThat(count(first, "t")).isEqualTo(1);
        assertThat(count(second, "t")).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void chinookLoads(TestDatabase database) throws SQLException {
        assumeTrue(Chinook.present());
        database.require();
        String url = database.create(folder);
        TestDatabase.run(url, Chinook.script(database.dialect()));
        assertThat(count(url, database.isMysqlFamily() ? "Track" : "track")).isEqualTo(3503);
    }

    private static int count(String url, String table) throws SQLException {
        try (var connection = TestDatabase.connect(url);
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
