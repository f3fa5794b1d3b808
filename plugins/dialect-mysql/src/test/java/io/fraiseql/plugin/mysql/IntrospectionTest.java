package io.fraiseql.plugin.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.EnumType;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntrospectionTest {

    private static final String SCRIPT = """
            create table parent (a int not null, b varchar(20) not null, primary key (b, a)) comment = 'Parents.';
            create table child (
                id bigint unsigned not null auto_increment primary key,
                x int not null, y varchar(20) comment 'Why.',
                doubled int generated always as (x * 2) stored,
                state enum('new', 'it''s') not null default 'new',
                flag tinyint(1) default 0, small tinyint, bits bit(1), amount decimal(12, 3),
                doc json, place point, made timestamp(6) null default current_timestamp(6),
                free text, key_part varchar(500),
                foreign key (y, x) references parent (b, a), unique (x, small), unique (key_part(10)));
            create table `odd "na``me` (`the key` int primary key, `Größe` int, `select` int);
            create view overview as select id, state, amount from child;
            """;

    private static Table table(DatabaseSchema schema, String name) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void readsTablesKeysAndTypes(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, SCRIPT, 1)) {
            DatabaseSchema schema = testing.database.introspect(List.of());
            assertThat(schema.tables().stream().map(Table::name))
                    .containsExactly("child", "odd \"na`me", "overview", "parent");
            assertThat(table(schema, "parent").comment()).isEqualTo("Parents.");
            assertThat(table(schema, "parent").primaryKey()).containsExactly("b", "a");
            assertThat(table(schema, "overview").view()).isTrue();
            assertThat(table(schema, "overview").comment()).isNull();
            Table child = table(schema, "child");
            assertThat(child.schema()).isNull();
            assertThat(child.primaryKey()).containsExactly("id");
            assertThat(child.uniqueKeys()).containsExactly(List.of("x", "small"));
            assertThat(child.foreignKeys())
                    .extracting(ForeignKey::columns, ForeignKey::targetTable, ForeignKey::targetColumns)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(List.of("y", "x"), "parent", List.of("b", "a")));
            assertThat(child.columns())
                    .extracting(Column::type)
                    .containsExactly(
                            ColumnType.DECIMAL,
                            ColumnType.INT,
                            ColumnType.TEXT,
                            ColumnType.INT,
                            ColumnType.TEXT,
                            ColumnType.BOOLEAN,
                            ColumnType.INT,
                            ColumnType.BOOLEAN,
                            ColumnType.DECIMAL,
                            ColumnType.JSON,
                            null,
                            ColumnType.DATETIME,
                            ColumnType.TEXT,
                            ColumnType.TEXT);
            assertThat(table(schema, "odd \"na`me").columns())
                    .extracting(Column::name)
                    .containsExactly("the key", "Größe", "select");
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatFillsColumns(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, SCRIPT, 1)) {
            Table child = table(testing.database.introspect(List.of()), "child");
            assertThat(column(child, "id").sql().identity()).isTrue();
            assertThat(column(child, "doubled").sql().generated()).isTrue();
            assertThat(column(child, "flag").sql().hasDefault()).isTrue();
            assertThat(column(child, "made").sql().hasDefault()).isTrue();
            assertThat(column(child, "free").sql().hasDefault()).isFalse();
            assertThat(column(child, "y").comment()).isEqualTo("Why.");
            assertThat(column(child, "y").nullable()).isTrue();
            assertThat(column(child, "x").nullable()).isFalse();
            assertThat(column(child, "amount").sql().precision()).isEqualTo(12);
            assertThat(column(child, "amount").sql().scale()).isEqualTo(3);
            assertThat(column(child, "y").sql().collation()).startsWith("utf8mb4_");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEnumHasTheNameOfItsColumn(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, SCRIPT, 1)) {
            DatabaseSchema schema = testing.database.introspect(List.of());
            assertThat(schema.enums()).contains(new EnumType(null, "child_state", List.of("new", "it's"), null));
            assertThat(column(table(schema, "child"), "state").enumName()).isEqualTo("child_state");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheServerFillsWithUuidsHoldsThemAndSoDoReferences(Server server) {
        String bytes = server == Server.MYSQL ? "uuid_to_bin(uuid())" : "unhex(replace(uuid(), '-', ''))";
        String script =
                "create table a (id char(36) default (uuid()) primary key, plain char(36), b binary(16) default ("
                        + bytes + "), n binary(16));"
                        + " create table b (id int primary key, a_id char(36), foreign key (a_id) references a (id))";
        try (TestingDatabase testing = new TestingDatabase(server, script, 1)) {
            DatabaseSchema schema = testing.database.introspect(List.of());
            assertThat(column(table(schema, "a"), "id").type()).isEqualTo(ColumnType.UUID);
            assertThat(column(table(schema, "a"), "id").sql().storage()).isEqualTo("text");
            assertThat(column(table(schema, "a"), "plain").type()).isEqualTo(ColumnType.TEXT);
            assertThat(column(table(schema, "a"), "b").sql().storage()).isEqualTo("binary");
            assertThat(column(table(schema, "a"), "n").type()).isEqualTo(ColumnType.BYTES);
            assertThat(column(table(schema, "b"), "a_id").type()).isEqualTo(ColumnType.UUID);
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherDatabasesAreSchemas(Server server) {
        String other = TestingDatabase.url(server);
        TestDatabase.run(other, "create table far (id int primary key)");
        String name = other.replaceFirst(".*/([^/?]+).*", "$1");
        try (TestingDatabase testing = new TestingDatabase(server, "create table near (id int primary key)", 1)) {
            DatabaseSchema schema = testing.database.introspect(List.of("", name));
            assertThat(table(schema, "far").schema()).isEqualTo(name);
            assertThat(table(schema, "near").schema()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsNotThereIsRefused(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, "create table near (id int primary key)", 1)) {
            assertThatThrownBy(() -> testing.database.introspect(List.of("", "nosuch")))
                    .hasMessage("there is no database nosuch");
        }
    }
}
