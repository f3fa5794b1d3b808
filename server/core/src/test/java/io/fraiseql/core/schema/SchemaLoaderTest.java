package io.fraiseql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Relation;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaLoaderTest {

    private static final String ALBUMS = """
            {"version": "2.0.0",
             "types": [
              {"name": "Album", "sql_source": "\\"Album\\"", "primary_key": ["AlbumId"], "fields": [
                {"name": "album_id", "type": "Int", "nullable": false, "column": "AlbumId"},
                {"name": "title", "type": "String", "nullable": true},
                {"name": "artist", "type": "Artist", "nullable": true,
                 "relation": {"type": "Artist", "cardinality": "one", "from": ["ArtistId"], "to": ["ArtistId"]}}]},
              {"name": "Artist", "sql_source": "music.artist", "primary_key": ["artist_id"], "fields": [
                {"name": "artistId", "type": "Int", "nullable": false},
                {"name": "albums", "type": "[Album!]", "nullable": false,
                 "relation": {"type": "Album", "cardinality": "many", "from": ["ArtistId"], "to": ["ArtistId"]}}]}],
             "queries": [
              {"name": "albums", "return_type": "Album", "returns_list": true},
              {"name": "album", "return_type": "Album", "arguments": [{"name": "album_id", "type": "Int"}]}]}
            """;

    private final SchemaLoader loader = new SchemaLoader(TestScalars.all());

    @Test
    void resolvesColumns() {
        Model model = loader.load(ALBUMS, List.of("sqlite")).orThrow();
        ObjectType album = model.types().get("Album");
        assertThat(album.source()).isEqualTo(new Source(Source.Kind.COLUMNS, ByDialect.same(List.of("Album")), ""));
        assertThat(album.key()).containsExactly("albumId");
        assertThat(album.fields().keySet()).containsExactly("albumId", "title", "artist");
        assertThat(album.fields().get("albumId").column().get("sqlite")).isEqualTo("AlbumId");
        Field artist = album.fields().get("artist");
        assertThat(artist.type()).isEqualTo(new TypeRef(TypeRef.Kind.OBJECT, "Artist", true, false, false));
        assertThat(artist.relation())
                .isEqualTo(new Relation(
                        false, ByDialect.same(List.of("ArtistId")), ByDialect.same(List.of("ArtistId")), null));
        assertThat(model.types().get("Artist").source().relation().get("sqlite"))
                .containsExactly("music", "artist");
    }

    @Test
    void resolvesQueries() {
        Model model = loader.load(ALBUMS, List.of("sqlite")).orThrow();
        RootField albums = model.queries().get("albums");
        assertThat(albums.type()).isEqualTo(new TypeRef(TypeRef.Kind.OBJECT, "Album", false, true, false));
        assertThat(List.of(albums.where(), albums.orderBy(), albums.limit(), albums.offset()))
                .containsOnly(true);
        RootField album = model.queries().get("album");
        assertThat(album.type().nullable()).isTrue();
        assertThat(album.arguments())
                .containsExactly(new RootField.Argument(
                        "albumId", new TypeRef(TypeRef.Kind.SCALAR, "Int", false, false, false), null));
    }
}
