package io.fraiseql.core.introspect;

import static io.fraiseql.core.introspect.TestTable.database;
import static io.fraiseql.core.introspect.TestTable.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Relation;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.schema.TestScalars;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaGeneratorTest {

    private final SchemaGenerator generator = new SchemaGenerator(TestScalars.all());

    private static final DatabaseSchema MUSIC = database(
            table("Album")
                    .ints("AlbumId")
                    .column("Title", ColumnType.TEXT, "NVARCHAR")
                    .ints("ArtistId")
                    .key("AlbumId")
                    .references("ArtistId", "Artist", "ArtistId"),
            table("Artist").ints("ArtistId").key("ArtistId"),
            table("Customer")
                    .ints("CustomerId", "SupportRepId")
                    .key("CustomerId")
                    .references("SupportRepId", "Employee", "EmployeeId"),
            table("Employee")
                    .ints("EmployeeId", "ReportsTo")
                    .key("EmployeeId")
                    .references("ReportsTo", "Employee", "EmployeeId"),
            table("Playlist").ints("PlaylistId").key("PlaylistId"),
            table("PlaylistTrack")
                    .ints("PlaylistId", "TrackId")
                    .key("PlaylistId", "TrackId")
                    .references("PlaylistId", "Playlist", "PlaylistId")
                    .references("TrackId", "Track", "TrackId"),
            table("Track").ints("TrackId").key("TrackId"),
            table("order_details").ints("id").key("id"),
            table("series").ints("id").key("id"),
            table("top_sales").view().ints("n"));

    @Test
    void namesTypesAndQueries() {
        Model model = load(MUSIC);
        assertThat(model.types().keySet())
                .containsExactly(
                        "Album",
                        "Artist",
                        "Customer",
                        "Employee",
                        "Playlist",
                        "PlaylistTrack",
                        "Track",
                        "OrderDetail",
                        "Series",
                        "TopSale");
        assertThat(model.queries().keySet())
                .contains("albums", "album", "orderDetails", "orderDetail", "seriesList", "series", "topSales")
                .doesNotContain("topSale");
        assertThat(model.queries().get("playlistTrack").arguments())
                .extracting(argument -> argument.name())
                .containsExactly("playlistId", "trackId");
    }

    @Test
    void writesMutationsWhenAskedForTablesWithAKey() {
        String plain = generator.generate(MUSIC, IntrospectOptions.all()).json();
        assertThat(plain).doesNotContain("mutations");
        String json =
                generator.generate(MUSIC, IntrospectOptions.all().writing()).json();
        Model model = new SchemaLoader(TestScalars.all())
                .load(json, List.of("sqlite"))
                .orThrow();
        assertThat(model.mutations().keySet())
                .contains(
                        "createAlbum",
                        "createAlbums",
                        "updateAlbum",
                        "updateAlbums",
                        "deleteAlbum",
                        "deleteAlbums",
                        "upsertAlbum")
                .contains("createSeries", "createSeriesList", "createOrderDetails", "deletePlaylistTracks")
                .doesNotContain("updatePlaylistTrack", "updateSeries", "createTopSale");
        assertThat(model.mutations().get("deleteAlbums").source().get("sqlite")).containsExactly("Album");
        assertThat(model.mutations().get("upsertAlbum").many()).isFalse();
    }

    @Test
    void relatesBothWays() {
        Model model = load(MUSIC);
        assertThat(model.types().get("Album").fields().keySet())
                .containsExactly("albumId", "title", "artistId", "artist");
        assertThat(model.types().get("Artist").fields().keySet()).containsExactly("artistId", "albums");
        assertThat(model.types().get("Customer").fields()).containsKey("supportRep");
        assertThat(model.types().get("Employee").fields().keySet())
                .containsExactly("employeeId", "reportsTo", "reportsToEmployee", "customers", "employees");
    }

    @Test
    void offersLinksDirectly() {
        Model model = load(MUSIC);
        Field tracks = model.types().get("Playlist").fields().get("tracks");
        Relation relation = tracks.relation();
        assertThat(relation.many()).isTrue();
        assertThat(relation.from().get("sqlite")).containsExactly("PlaylistId");
        assertThat(relation.to().get("sqlite")).containsExactly("TrackId");
        assertThat(relation.through().table().get("sqlite")).containsExactly("PlaylistTrack");
        assertThat(relation.through().from().get("sqlite")).containsExactly("PlaylistId");
        assertThat(relation.through().to().get("sqlite")).containsExactly("TrackId");
        assertThat(model.types().get("Track").fields()).containsKeys("playlists", "playlistTracks");
        assertThat(model.types().get("Playlist").fields()).containsKey("playlistTracks");
    }

    @Test
    void aUniqueForeignKeyIsOneObjectBothWays() {
        Model model = load(database(
                table("people")
                        .ints("id", "spouse_id")
                        .key("id")
                        .unique("spouse_id")
                        .references("spouse_id", "people", "id"),
                table("profiles").ints("person_id").key("person_id").references("person_id", "people", "id"),
                table("badges")
                        .ints("id", "person_id", "site_id")
                        .key("id")
                        .unique("person_id", "site_id")
                        .references("person_id", "people", "id")));
        var person = model.types().get("Person").fields();
        assertThat(person.keySet()).containsExactly("id", "spouseId", "spouse", "person", "profile", "badges");
        assertThat(person.get("profile").relation().many()).isFalse();
        assertThat(person.get("profile").type().nullable()).isTrue();
        assertThat(person.get("person").relation().many()).isFalse();
        assertThat(person.get("badges").relation().many()).isTrue();
    }

    @Test
    void tellsTwoKeysToOneParentApart() {
        Model model = load(database(
                table("orders")
                        .ints("id", "billing_address_id", "shipping_address_id")
                        .key("id")
                        .references("billing_address_id", "addresses", "id")
                        .references("shipping_address_id", "addresses", "id"),
                table("addresses").ints("id").key("id")));
        assertThat(model.types().get("Order").fields()).containsKeys("billingAddress", "shippingAddress");
        assertThat(model.types().get("Address").fields())
                .containsKeys("ordersByBillingAddressId", "ordersByShippingAddressId");
    }

    @Test
    void linksATableWithItself() {
        Model model = load(database(
                table("friendships")
                        .ints("user_id", "friend_id")
                        .key("user_id", "friend_id")
                        .references("user_id", "users", "id")
                        .references("friend_id", "users", "id"),
                table("users").ints("id").key("id")));
        assertThat(model.types().get("User").fields().keySet())
                .containsExactly(
                        "id", "friendshipsByUserId", "friendshipsByFriendId", "usersByFriendId", "usersByUserId");
    }

    @Test
    void makesWayForTakenNamesAndSaysSo() {
        GeneratedSchema schema = generator.generate(
                database(
                        table("album").ints("a", "A", "artist_id", "artist").references("artist_id", "artists", "id"),
                        table("albums").ints("id"),
                        table("artists").ints("id"),
                        table("album_where").ints("id"),
                        table("dates").ints("id"),
                        new TestTable("sales", "artist").ints("id"),
                        table("odd").column("x", null, "geometry").ints("y")),
                IntrospectOptions.all());
        Model model = load(schema);
        assertThat(model.types().keySet())
                .containsExactly("Album", "AlbumTable", "Artist", "AlbumWhereTable", "DateTable", "SalesArtist", "Odd");
        assertThat(model.types().get("Album").fields().keySet())
                .containsExactly("a", "a2", "artistId", "artist", "artistArtist");
        assertThat(schema.notes())
                .contains(
                        "the type of albums is called `AlbumTable`, because `Album` is taken",
                        "the column album.A is called `a2`, because `a` is taken",
                        "the relation fk_artist_id of album is called `artistArtist`, because `artist` is taken",
                        "the column odd.x is left out, because its type `geometry` cannot be read");
    }

    @Test
    void keepsEnumsWithTheirStoredValues() {
        Column mood = new Column("mood", ColumnType.TEXT, SqlType.named("mood"), true, "how", null, "mood");
        DatabaseSchema database = new DatabaseSchema(
                List.of(table("notes").column(mood).build()),
                List.of(new DatabaseSchema.EnumType(null, "mood", List.of("so-so", "true", "1", "so_so", "ok"), null)));
        Map<String, EnumType.Value> values = load(database).enums().get("Mood").values();
        assertThat(values.keySet()).containsExactly("so_so", "true2", "_1", "so_so2", "ok");
        assertThat(values.get("so_so").stored()).isEqualTo("so-so");
        assertThat(load(database)
                        .types()
                        .get("Note")
                        .fields()
                        .get("mood")
                        .type()
                        .name())
                .isEqualTo("Mood");
    }

    @Test
    void saysHowExactFloatsAre() {
        Model model = load(database(table("numbers")
                .column("a", ColumnType.FLOAT32, "real")
                .column("b", ColumnType.FLOAT, "REAL")
                .column("c", ColumnType.FLOAT32, "float")
                .column("d", ColumnType.FLOAT, "double precision")));
        ScalarType scalar = model.scalars().get("Float");
        assertThat(model.types().get("Number").fields().values())
                .extracting(field -> scalar.columnType(field.sql().get("sqlite")))
                .containsExactly(ColumnType.FLOAT32, ColumnType.FLOAT, ColumnType.FLOAT32, ColumnType.FLOAT);
    }

    @Test
    void obeysItsOptions() {
        IntrospectOptions options = new IntrospectOptions(
                List.of("A*"), List.of("Artist", "x?"), Map.of("Album", "Record", "Album.Title", "caption"), false);
        GeneratedSchema schema = generator.generate(MUSIC, options);
        Model model = load(schema);
        assertThat(model.types().keySet()).containsExactly("Record");
        assertThat(model.types().get("Record").fields().keySet()).containsExactly("albumId", "caption", "artistId");
        assertThat(model.queries().keySet()).containsExactly("records", "record");
        assertThat(schema.notes())
                .containsExactly(
                        "--exclude x? matches no table",
                        "the foreign key fk_ArtistId of Album leads to Artist, which is not taken");
    }

    @Test
    void refusesToIncludeNothing() {
        IntrospectOptions options = new IntrospectOptions(List.of("Album", "x?", "y"), List.of(), Map.of(), false);
        assertThatThrownBy(() -> generator.generate(MUSIC, options))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("no table or view is called x?, y");
    }

    @Test
    void refusesRenamesOfNothing() {
        IntrospectOptions options =
                new IntrospectOptions(List.of(), List.of(), Map.of("Albun", "X", "Album", "1x"), false);
        assertThatThrownBy(() -> generator.generate(MUSIC, options))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("`Albun` is no table or column")
                .hasMessageContaining("`1x` is no legal name");
    }

    private Model load(DatabaseSchema database) {
        GeneratedSchema schema = generator.generate(database, IntrospectOptions.all());
        assertThat(generator.generate(database, IntrospectOptions.all()).json()).isEqualTo(schema.json());
        return load(schema);
    }

    private static Model load(GeneratedSchema schema) {
        return new SchemaLoader(TestScalars.all())
                .load(schema.json(), List.of("sqlite"))
                .orThrow();
    }
}
