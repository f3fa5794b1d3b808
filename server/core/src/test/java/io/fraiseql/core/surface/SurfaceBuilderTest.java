package io.fraiseql.core.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Offers;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SurfaceBuilderTest {

    @Test
    void printsTheWholeSurface() throws IOException {
        try (InputStream golden = SurfaceBuilderTest.class.getResourceAsStream("music.graphql")) {
            assertThat(TestingSurface.music().sdl())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void leavesOutWhatTheDialectLacks() {
        GraphQLSchema schema = SurfaceBuilder.build(TestingModel.music(), TestingSurface.dialect(Set.of()));
        assertThat(members(schema, "StringFilter"))
                .contains("like", "isNull")
                .doesNotContain("regex", "iregex", "matches", "webSearch");
        assertThat(members(schema, "JSONFilter")).containsExactly("isNull");
        assertThat(members(schema, "StringListFilter")).containsExactly("isNull");
        assertThat(schema.getObjectType("Album").getField("offices").getArguments())
                .isEmpty();
        assertThat(schema.getType("LabelOrderBy")).isNull();
        assertThat(schema.getDirective("consistent")).isNull();
    }

    @Test
    void eachOperatorFollowsItsCapability() {
        for (Capability capability : Capability.values()) {
            Set<Capability> others = EnumSet.complementOf(EnumSet.of(capability));
            for (FilterFamily family : FilterFamily.values()) {
                assertThat(family.operators(others)).noneMatch(operator -> operator.capability() == capability);
                assertThat(family.operators(Set.of(capability)))
                        .allMatch(operator -> operator.capability() == null || operator.capability() == capability);
            }
        }
    }

    @Test
    void refusesATypeWithTheNameOfAGeneratedOne() {
        Model model = new TestingModel()
                .scalar("Int", ColumnType.INT)
                .object("Album", TestingModel.leaf("id", "Int"))
                .object("AlbumWhere", TestingModel.leaf("id", "Int"))
                .list("albums", TypeRef.Kind.OBJECT, "Album")
                .build();
        assertThatThrownBy(() -> SurfaceBuilder.build(model, TestingSurface.dialect(Set.of())))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("AlbumWhere");
    }

    @Test
    void refusesAFieldWithTheNameOfAConnective() {
        Model model = new TestingModel()
                .scalar("Int", ColumnType.INT)
                .object("Album", TestingModel.leaf("_and", "Int"))
                .list("albums", TypeRef.Kind.OBJECT, "Album")
                .build();
        assertThatThrownBy(() -> SurfaceBuilder.build(model, TestingSurface.dialect(Set.of())))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("Album._and");
    }

    @Test
    void refusesAnArgumentWithTheNameOfAGeneratedOne() {
        TypeRef albums = new TypeRef(TypeRef.Kind.OBJECT, "Album", false, true, false);
        TypeRef number = new TypeRef(TypeRef.Kind.SCALAR, "Int", true, false, false);
        List<RootField.Argument> arguments = List.of(new RootField.Argument("limit", number, null));
        RootField root =
                new RootField("albums", null, albums, null, arguments, true, true, true, true, Offers.NONE, null, 0);
        Model music = TestingModel.music();
        Model model = new Model(
                music.targets(),
                music.types(),
                music.enums(),
                music.interfaces(),
                music.unions(),
                music.scalars(),
                Map.of("albums", root));
        assertThatThrownBy(() -> SurfaceBuilder.build(model, TestingSurface.dialect(Set.of())))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("the argument limit of albums");
    }

    @Test
    void buildsAThousandTablesQuickly() {
        Model model = wide(1000);
        long start = System.nanoTime();
        GraphQLSchema schema = SurfaceBuilder.build(model, TestingSurface.dialect(EnumSet.allOf(Capability.class)));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("schema of 1,000 tables: " + took.toMillis() + " ms");
        assertThat(schema.getAllTypesAsList()).hasSizeGreaterThan(4000);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    static Model wide(int tables) {
        TestingModel model = new TestingModel().scalar("Int", ColumnType.INT).scalar("String", ColumnType.TEXT);
        for (int table = 0; table < tables; table++) {
            Field[] fields = new Field[18];
            for (int column = 0; column < 15; column++) {
                fields[column] = TestingModel.leaf("column" + column, column % 2 == 0 ? "Int" : "String");
            }
            fields[15] = TestingModel.toOne("parent", "T" + (table + 1) % tables);
            fields[16] = TestingModel.toMany("children", "T" + (table + 7) % tables);
            fields[17] = TestingModel.toMany("others", "T" + (table + 99) % tables);
            model.object("T" + table, fields).list("t" + table, TypeRef.Kind.OBJECT, "T" + table);
        }
        return model.build();
    }

    private static List<String> members(GraphQLSchema schema, String type) {
        return ((GraphQLInputObjectType) schema.getType(type))
                .getFieldDefinitions().stream()
                        .map(GraphQLInputObjectField::getName)
                        .toList();
    }
}
