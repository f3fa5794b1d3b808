package io.fraiseql.core.introspect;

import static io.fraiseql.core.introspect.TestTable.database;
import static io.fraiseql.core.introspect.TestTable.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.schema.TestScalars;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaMergeTest {

    private final SchemaGenerator generator = new SchemaGenerator(TestScalars.all());
    private final SchemaMerge merge = new SchemaMerge();

    private final GeneratedSchema sqlite = generate(database(
            table("Album")
                    .column("AlbumId", ColumnType.INT, "INTEGER")
                    .column("Price", ColumnType.DECIMAL, "NUMERIC")
                    .column("ArtistId", ColumnType.INT, "INTEGER")
                    .key("AlbumId")
                    .references("ArtistId", "Artist", "ArtistId"),
            table("Artist").column("ArtistId", ColumnType.INT, "INTEGER").key("ArtistId"),
            table("Old").column("x", ColumnType.INT, "INTEGER")));
    private final GeneratedSchema postgres = generate(database(
            table("album")
                    .column("album_id", ColumnType.INT, "integer")
                    .column("price", ColumnType.FLOAT, "double precision")
                    .column("artist_id", ColumnType.INT, "integer")
                    .column("added", ColumnType.INT, "integer")
                    .key("album_id")
                    .references("artist_id", "artist", "artist_id"),
            table("artist").column("artist_id", ColumnType.INT, "integer").key("artist_id")));

    @Test
    void keepsBothNames() {
        GeneratedSchema merged = merge.merge(sqlite.schema(), List.of("sqlite"), postgres, "postgresql");
        Model model = new SchemaLoader(TestScalars.all())
                .load(merged.json(), List.of("sqlite", "postgresql"))
                .orThrow();
        ObjectType album = model.types().get("Album");
        assertThat(album.source().relation().get("sqlite")).containsExactly("Album");
        assertThat(album.source().relation().get("postgresql")).containsExactly("album");
        assertThat(album.key()).containsExactly("albumId");
        Field id = album.fields().get("albumId");
        assertThat(List.of(id.column().get("sqlite"), id.column().get("postgresql")))
                .containsExactly("AlbumId", "album_id");
        assertThat(id.sql().get("postgresql").type()).isEqualTo("integer");
        Field artist = album.fields().get("artist");
        assertThat(artist.relation().from().get("sqlite")).containsExactly("ArtistId");
        assertThat(artist.relation().from().get("postgresql")).containsExactly("artist_id");
    }

    @Test
    void saysWhatDoesNotMatch() {
        assertThat(merge.merge(sqlite.schema(), List.of("sqlite"), postgres, "postgresql")
                        .notes())
                .containsExactly(
                        "the field `Album.price` is `Decimal` and for postgresql `Float`",
                        "the field `Album.added` is only for postgresql and is left out",
                        "the type `Old` has nothing like it for postgresql");
    }

    @Test
    void mergingTheSameAgainChangesNothing() {
        GeneratedSchema once = merge.merge(sqlite.schema(), List.of("sqlite"), postgres, "postgresql");
        GeneratedSchema twice = merge.merge(once.schema(), List.of("sqlite", "postgresql"), postgres, "postgresql");
        assertThat(twice.json()).isEqualTo(once.json());
        assertThat(merge.merge(sqlite.schema(), List.of("sqlite"), sqlite, "other")
                        .json())
                .isEqualTo(sqlite.json());
    }

    @Test
    void addsAThirdTarget() {
        GeneratedSchema two = merge.merge(sqlite.schema(), List.of("sqlite"), postgres, "postgresql");
        GeneratedSchema three = merge.merge(two.schema(), List.of("sqlite", "postgresql"), sqlite, "mysql");
        Model model = new SchemaLoader(TestScalars.all())
                .load(three.json(), List.of("mysql", "postgresql"))
                .orThrow();
        assertThat(model.types().get("Album").fields().get("albumId").column().get("mysql"))
                .isEqualTo("AlbumId");
    }

    private GeneratedSchema generate(DatabaseSchema database) {
        return generator.generate(database, IntrospectOptions.all());
    }
}
