package io.fraiseql.plugin.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntrospectionTest {

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new TestDatabase(
                folder,
                "CREATE TABLE Artist (ArtistId INTEGER PRIMARY KEY, Name NVARCHAR(120) NOT NULL COLLATE NOCASE UNIQUE)",
                "CREATE TABLE album (a INT, b TEXT, artist INTEGER NOT NULL REFERENCES artist, other INTEGER,"
                        + " PRIMARY KEY (b, a), FOREIGN KEY (other) REFERENCES ARTIST (artistid),"
                        + " FOREIGN KEY (a) REFERENCES nowhere) WITHOUT ROWID",
                "CREATE TABLE track (id INTEGER PRIMARY KEY DESC, x TEXT, y INT, FOREIGN KEY (x, y) REFERENCES album)",
                "CREATE TABLE \"odd \"\"table\"\"\" (\"a,(b\" TEXT /* , c TEXT COLLATE NOCASE */ COLLATE RTRIM,"
                        + " [c d] DECIMAL(10, 2) DEFAULT (1 + 2), e NUMERIC(20,4), f NUMERIC, `g` TIMESTAMP,"
                        + " h TIMESTAMP WITH TIME ZONE, i GUID, j JSONB, k, l GEOMETRY, m INTERVAL,"
                        + " n INT GENERATED ALWAYS AS (length(\"a,(b\")) VIRTUAL, -- COLLATE NOCASE\n"
                        + " o INT AS (1) STORED, p unsigned  big int, q bool, UNIQUE (m, i), CHECK (q IN (0, 1)))",
                "CREATE UNIQUE INDEX partly ON \"odd \"\"table\"\"\" (p) WHERE q",
                "CREATE UNIQUE INDEX computed ON \"odd \"\"table\"\"\" (lower(i))",
                "CREATE VIEW v AS SELECT Name, ArtistId + 1 AS n FROM Artist",
                "CREATE VIRTUAL TABLE words USING fts5(text)",
                "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aViewOfWhatIsGoneHasNoColumns() throws SQLException {
        database.write("CREATE VIEW lost AS SELECT * FROM gone");
        assertThat(table("lost").columns()).isEmpty();
        assertThat(table("v").columns()).hasSize(2);
    }

    private DatabaseSchema schema() {
        return database.database.introspect(List.of());
    }

    private Table table(String name) {
        return schema().tables().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(Table table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsTablesAndViewsButNoVirtualOnes() {
        assertThat(schema().tables())
                .extracting(Table::name)
                .containsExactly("Artist", "album", "counted", "odd \"table\"", "track", "v");
        assertThat(table("v").view()).isTrue();
    }

    @Test
    void readsKeysOfEveryKind() {
        assertThat(table("Artist").primaryKey()).containsExactly("ArtistId");
        assertThat(table("Artist").uniqueKeys()).containsExactly(List.of("Name"));
        assertThat(table("album").primaryKey()).containsExactly("b", "a");
        assertThat(table("odd \"table\"").uniqueKeys()).containsExactly(List.of("m", "i"));
        assertThat(column(table("Artist"), "ArtistId").sql().identity()).isTrue();
        assertThat(column(table("Artist"), "ArtistId").nullable()).isFalse();
        assertThat(column(table("track"), "id").sql().identity()).isFalse();
        assertThat(column(table("counted"), "id").sql().identity()).isTrue();
        assertThat(column(table("album"), "a").nullable()).isFalse();
        assertThat(column(table("track"), "x").nullable()).isTrue();
    }

    @Test
    void resolvesForeignKeysToRealNames() {
        assertThat(table("album").foreignKeys())
                .containsExactly(
                        new ForeignKey("album_artist_fkey", List.of("artist"), null, "Artist", List.of("ArtistId")),
                        new ForeignKey("album_other_fkey", List.of("other"), null, "Artist", List.of("ArtistId")));
        assertThat(table("track").foreignKeys())
                .containsExactly(new ForeignKey("track_x_y_fkey", List.of("x", "y"), null, "album", List.of("b", "a")));
    }

    @Test
    void readsDeclaredTypes() {
        Table odd = table("odd \"table\"");
        assertThat(odd.columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.TEXT,
                        ColumnType.DECIMAL,
                        ColumnType.DECIMAL,
                        ColumnType.FLOAT,
                        ColumnType.LOCAL_DATETIME,
                        ColumnType.DATETIME,
                        ColumnType.UUID,
                        ColumnType.JSON,
                        null,
                        null,
                        ColumnType.DURATION,
                        ColumnType.INT,
                        ColumnType.INT,
                        ColumnType.BIGINT,
                        ColumnType.BOOLEAN);
        assertThat(column(odd, "c d").sql().precision()).isEqualTo(10);
        assertThat(column(odd, "c d").sql().scale()).isEqualTo(2);
        assertThat(column(odd, "c d").sql().storage()).isNull();
        assertThat(column(odd, "c d").sql().hasDefault()).isTrue();
        assertThat(column(odd, "e").sql().storage()).isEqualTo("text");
        assertThat(column(odd, "g").sql().storage()).isEqualTo("iso");
        assertThat(column(odd, "i").sql().storage()).isEqualTo("text");
        assertThat(column(odd, "n").sql().generated()).isTrue();
        assertThat(column(odd, "o").sql().generated()).isTrue();
        assertThat(column(odd, "p").sql().generated()).isFalse();
        assertThat(column(table("Artist"), "Name").sql().length()).isEqualTo(120);
    }

    @Test
    void readsCollationsFromTheDefinition() {
        assertThat(column(table("Artist"), "Name").sql().collation()).isEqualTo("NOCASE");
        assertThat(column(table("odd \"table\""), "a,(b").sql().collation()).isEqualTo("RTRIM");
        assertThat(column(table("odd \"table\""), "n").sql().collation()).isNull();
        assertThat(column(table("odd \"table\""), "o").sql().collation()).isNull();
    }

    @Test
    void readsTheTypesOfViewsWhereSqliteKnowsThem() {
        assertThat(table("v").columns()).extracting(Column::type).containsExactly(ColumnType.TEXT, null);
        assertThat(table("v").primaryKey()).isEmpty();
    }

    @Test
    void refusesAnotherSchema() {
        assertThatThrownBy(() -> database.database.introspect(List.of("public")))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("no schema 'public'");
    }
}
