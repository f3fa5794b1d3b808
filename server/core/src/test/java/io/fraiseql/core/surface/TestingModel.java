package io.fraiseql.core.surface;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Offers;
import io.fraiseql.core.model.Relation;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.UnionType;
import io.fraiseql.spi.database.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small model with every kind of field, put together as a test needs it. */
final class TestingModel {

    private final Map<String, ObjectType> types = new LinkedHashMap<>();
    private final Map<String, EnumType> enums = new LinkedHashMap<>();
    private final Map<String, InterfaceType> interfaces = new LinkedHashMap<>();
    private final Map<String, UnionType> unions = new LinkedHashMap<>();
    private final Map<String, ScalarType> scalars = new LinkedHashMap<>();
    private final Map<String, RootField> queries = new LinkedHashMap<>();

    static Model music() {
        TestingModel model = new TestingModel()
                .scalar("Int", ColumnType.INT)
                .scalar("ID", ColumnType.TEXT)
                .scalar("String", ColumnType.TEXT)
                .scalar("Email", ColumnType.TEXT)
                .scalar("Boolean", ColumnType.BOOLEAN)
                .scalar("Decimal", ColumnType.DECIMAL)
                .scalar("Date", ColumnType.DATE)
                .scalar("JSON", ColumnType.JSON)
                .scalar("Bytes", ColumnType.BYTES);
        model.enumeration("Mood", "HAPPY", "SAD");
        model.object(
                "Album",
                leaf("albumId", "Int"),
                leaf("title", "String"),
                leaf("price", "Decimal"),
                leaf("released", "Date"),
                leaf("contact", "Email"),
                leaf("live", "Boolean"),
                leaf("cover", "Bytes"),
                leaf("notes", "JSON"),
                field("mood", new TypeRef(TypeRef.Kind.ENUM, "Mood", true, false, false), null),
                field("tags", new TypeRef(TypeRef.Kind.SCALAR, "String", true, true, false), null),
                field("label", new TypeRef(TypeRef.Kind.OBJECT, "Label", true, false, false), null),
                field("offices", new TypeRef(TypeRef.Kind.OBJECT, "Label", false, true, false), null),
                toOne("artist", "Artist"),
                toMany("tracks", "Track"));
        model.object("Artist", leaf("artistId", "Int"), leaf("name", "String"), toMany("albums", "Album"));
        model.object("Track", leaf("trackId", "ID"), leaf("name", "String"), toOne("album", "Album"));
        model.embedded("Label", leaf("city", "String"), toOne("artist", "Artist"));
        model.member("Book", "Media", leaf("id", "Int"), leaf("name", "String"), leaf("pages", "Int"));
        model.member("Film", "Media", leaf("id", "Int"), leaf("name", "String"), leaf("minutes", "Int"));
        model.interfaceType("Media", leaf("id", "Int"), leaf("name", "String"));
        model.unions.put("Work", new UnionType("Work", null, List.of("Book", "Film"), null));
        model.list("albums", TypeRef.Kind.OBJECT, "Album").byKey("album", "Album", "albumId", "Int");
        model.list("artists", TypeRef.Kind.OBJECT, "Artist");
        model.list("media", TypeRef.Kind.INTERFACE, "Media").list("works", TypeRef.Kind.UNION, "Work");
        model.queries.put("albumsByMood", byMood());
        return model.build();
    }

    private static RootField byMood() {
        TypeRef mood = new TypeRef(TypeRef.Kind.ENUM, "Mood", true, false, false);
        return new RootField(
                "albumsByMood",
                "Albums of a mood.",
                new TypeRef(TypeRef.Kind.OBJECT, "Album", false, true, false),
                null,
                List.of(new RootField.Argument("mood", mood, "\"HAPPY\"")),
                false,
                false,
                true,
                false,
                Offers.NONE,
                "Use albums.",
                0);
    }

    TestingModel scalar(String name, ColumnType type) {
        scalars.put(name, new ScalarType(name, null, type, name.equals("Email")));
        return this;
    }

    TestingModel enumeration(String name, String... values) {
        Map<String, EnumType.Value> byName = new LinkedHashMap<>();
        for (String value : values) {
            byName.put(value, new EnumType.Value(value.toLowerCase(java.util.Locale.ROOT), null, null));
        }
        enums.put(name, new EnumType(name, null, byName));
        return this;
    }

    TestingModel object(String name, Field... fields) {
        return add(name, Source.Kind.COLUMNS, List.of(), fields);
    }

    TestingModel embedded(String name, Field... fields) {
        return add(name, Source.Kind.EMBEDDED, List.of(), fields);
    }

    TestingModel member(String name, String interfaceName, Field... fields) {
        return add(name, Source.Kind.COLUMNS, List.of(interfaceName), fields);
    }

    private TestingModel add(String name, Source.Kind kind, List<String> interfaces, Field... fields) {
        Source source = new Source(kind, ByDialect.same(List.of(name)), "");
        types.put(name, new ObjectType(name, null, source, List.of(fields[0].name()), byName(fields), interfaces));
        return this;
    }

    TestingModel interfaceType(String name, Field... fields) {
        List<String> members = new ArrayList<>();
        types.values().stream()
                .filter(type -> type.interfaces().contains(name))
                .forEach(type -> members.add(type.name()));
        interfaces.put(name, new InterfaceType(name, null, byName(fields), members, null));
        return this;
    }

    TestingModel list(String name, TypeRef.Kind kind, String type) {
        TypeRef result = new TypeRef(kind, type, false, true, false);
        queries.put(
                name, new RootField(name, null, result, null, List.of(), true, true, true, true, Offers.NONE, null, 0));
        return this;
    }

    TestingModel byKey(String name, String type, String key, String scalar) {
        TypeRef result = new TypeRef(TypeRef.Kind.OBJECT, type, true, false, false);
        TypeRef argument = new TypeRef(TypeRef.Kind.SCALAR, scalar, false, false, false);
        List<RootField.Argument> arguments = List.of(new RootField.Argument(key, argument, null));
        queries.put(
                name,
                new RootField(name, null, result, null, arguments, false, false, false, false, Offers.NONE, null, 0));
        return this;
    }

    Model build() {
        return new Model(List.of("test"), types, enums, interfaces, unions, scalars, queries);
    }

    static Field leaf(String name, String scalar) {
        return field(name, new TypeRef(TypeRef.Kind.SCALAR, scalar, true, false, false), null);
    }

    static Field toOne(String name, String type) {
        return field(name, new TypeRef(TypeRef.Kind.OBJECT, type, true, false, false), relation(false));
    }

    static Field toMany(String name, String type) {
        return field(name, new TypeRef(TypeRef.Kind.OBJECT, type, false, true, false), relation(true));
    }

    private static Relation relation(boolean many) {
        return new Relation(many, ByDialect.same(List.of("a")), ByDialect.same(List.of("b")), null);
    }

    private static Field field(String name, TypeRef type, Relation relation) {
        return new Field(name, null, type, ByDialect.same(name), null, null, relation, null);
    }

    private static Map<String, Field> byName(Field... fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        return byName;
    }
}
