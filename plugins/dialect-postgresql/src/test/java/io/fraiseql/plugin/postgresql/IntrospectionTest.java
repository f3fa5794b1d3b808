package io.fraiseql.plugin.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.database.SqlType;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntrospectionTest {

    private static final String SCHEMA = """
            create extension citext; create extension pg_stat_statements;
            create schema "Other Place"; create schema unread;
            create type mood as enum ('sad', 'glad'); comment on type mood is 'how it feels';
            create type "Other Place"."Odd Kind" as enum ('a b', 'c''d');
            create type unread.unused as enum ('x');
            create domain price as numeric(12, 2) not null; create domain dear_price as price check (value > 10);
            create domain word as varchar(30);
            create table parent (a int, b text collate "C", primary key (b, a), unique (a));
            comment on table parent is 'the "parent"';
            create table "Odd Table" (
              id serial primary key, big bigint generated always as identity, "select" text not null default 'x',
              cost dear_price, words word[], folded citext, feeling mood, odd "Other Place"."Odd Kind"[],
              exact numeric(6, -2), grid int[][], any_scale numeric, fixed char(3), doubled int generated always as (1 + 1) stored,
              at timestamptz, local timestamp(3), zoned timetz, span interval, raw bytea, raws bytea[], cash money, bits bit(3),
              pa int, pb text, dropped int, last_one uuid,
              foreign key (pb, pa) references parent (b, a));
            alter table "Odd Table" drop column dropped;
            comment on column "Odd Table"."select" is 'a reserved word';
            create unique index "partial key" on "Odd Table" (cost) where cost > 100;
            create unique index "a key" on "Odd Table" ("select", pa) include (pb);
            create unique index on "Odd Table" (lower("select"));
            create table "Other Place".child (id int primary key, parent_id int references "Odd Table"(id));
            create view viewed as select id, "select" as word from "Odd Table";
            create materialized view stored as select 1 as one; create unique index on stored (one);
            create table parts (id int, at date, primary key (id, at)) partition by range (at);
            create table parts_2026 partition of parts for values from ('2026-01-01') to ('2027-01-01');
            create table toward_parts (id int, at date, foreign key (id, at) references parts);
            """;

    private static TestingDatabase testing;
    private static DatabaseSchema schema;

    @BeforeAll
    static void open() {
        testing = new TestingDatabase(SCHEMA, 1);
        schema = testing.database.introspect(List.of("public", "Other Place"));
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    private static Table table(String name) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(String name) {
        return table("Odd Table").columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tablesViewsAndPartitionedTablesInNameOrder() {
        assertThat(schema.tables())
                .extracting(Table::name)
                .containsExactly("Odd Table", "child", "parent", "parts", "stored", "toward_parts", "viewed");
        assertThat(schema.tables().stream().filter(Table::view).map(Table::name))
                .containsExactly("stored", "viewed");
        assertThat(table("child").schema()).isEqualTo("Other Place");
        assertThat(table("parent").schema()).isNull();
        assertThat(table("parent").comment()).isEqualTo("the \"parent\"");
    }

    @Test
    void withoutNamesTheDefaultSchemaIsRead() {
        assertThat(testing.database.introspect(List.of()).tables())
                .extracting(Table::name)
                .contains("parent")
                .doesNotContain("child");
    }

    @Test
    void theDefaultSchemaIsReadBesideOthers() {
        assertThat(testing.database.introspect(List.of("Other Place", "")).tables())
                .extracting(Table::name)
                .contains("parent", "child");
    }

    @Test
    void aSchemaThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> testing.database.introspect(List.of("public", "nosuch", "Public")))
                .hasMessage("there is no schema nosuch, Public");
    }

    @Test
    void aConnectionWithoutDefaultSchemaNeedsNames() {
        String url = testing.url + "&currentSchema=nowhere";
        try (PostgresDatabase database = new PostgresDatabase(PostgresConfig.of(url, PoolConfig.ofSize(1)))) {
            assertThatThrownBy(() -> database.introspect(List.of())).hasMessageContaining("search_path");
            assertThat(database.introspect(List.of("public")).tables()).isNotEmpty();
        }
    }

    @Test
    void keys() {
        assertThat(table("parent").primaryKey()).containsExactly("b", "a");
        assertThat(table("parent").uniqueKeys()).containsExactly(List.of("a"));
        assertThat(table("Odd Table").uniqueKeys()).containsExactly(List.of("select", "pa"));
        assertThat(table("stored").uniqueKeys()).containsExactly(List.of("one"));
        assertThat(table("parts").primaryKey()).containsExactly("id", "at");
        assertThat(table("viewed").primaryKey()).isEmpty();
    }

    @Test
    void foreignKeys() {
        assertThat(table("Odd Table").foreignKeys())
                .containsExactly(
                        new ForeignKey("Odd Table_pb_pa_fkey", List.of("pb", "pa"), null, "parent", List.of("b", "a")));
        assertThat(table("child").foreignKeys())
                .containsExactly(
                        new ForeignKey("child_parent_id_fkey", List.of("parent_id"), null, "Odd Table", List.of("id")));
        assertThat(table("toward_parts").foreignKeys()).hasSize(1);
    }

    @Test
    void columnsKeepTheirOrder() {
        assertThat(table("Odd Table").columns())
                .extracting(Column::name)
                .startsWith("id", "big", "select")
                .endsWith("last_one");
    }

    @Test
    void generatedIdentityAndDefaults() {
        assertThat(column("id").sql())
                .isEqualTo(new SqlType("integer", null, null, null, null, null, false, false, true, true));
        assertThat(column("big").sql().identity()).isTrue();
        assertThat(column("doubled").sql().generated()).isTrue();
        assertThat(column("doubled").sql().hasDefault()).isFalse();
        assertThat(column("select").sql().hasDefault()).isTrue();
        assertThat(column("select").nullable()).isFalse();
        assertThat(column("select").comment()).isEqualTo("a reserved word");
    }

    @Test
    void domainsAreFollowedToTheirBase() {
        assertThat(column("cost").type()).isEqualTo(ColumnType.DECIMAL);
        assertThat(column("cost").sql())
                .isEqualTo(new SqlType("numeric", 12, 2, null, null, null, false, false, false, false));
        assertThat(column("cost").nullable()).isFalse();
        assertThat(column("words").sql())
                .isEqualTo(new SqlType("character varying", null, null, 30, null, null, true, false, false, false));
    }

    @Test
    void precisionScaleLengthAndCollation() {
        assertThat(column("exact").sql().precision()).isEqualTo(6);
        assertThat(column("exact").sql().scale()).isZero();
        assertThat(column("any_scale").sql().precision()).isNull();
        assertThat(column("fixed").sql().length()).isEqualTo(3);
        assertThat(table("parent").columns().get(1).sql().collation()).isEqualTo("C");
        assertThat(column("pb").sql().collation()).isNull();
    }

    @Test
    void enumsOfAnySchema() {
        assertThat(schema.enums())
                .containsExactly(
                        new DatabaseSchema.EnumType("Other Place", "Odd Kind", List.of("a b", "c'd"), null),
                        new DatabaseSchema.EnumType(null, "mood", List.of("sad", "glad"), "how it feels"));
        assertThat(column("odd").enumSchema()).isEqualTo("Other Place");
        assertThat(column("odd").enumName()).isEqualTo("Odd Kind");
        assertThat(column("odd").sql().type()).isEqualTo("\"Other Place\".\"Odd Kind\"");
        assertThat(column("odd").sql().array()).isTrue();
        assertThat(column("feeling").enumName()).isEqualTo("mood");
    }

    @Test
    void types() {
        assertThat(column("folded").type()).isEqualTo(ColumnType.TEXT);
        assertThat(column("at").type()).isEqualTo(ColumnType.DATETIME);
        assertThat(column("local").type()).isEqualTo(ColumnType.LOCAL_DATETIME);
        assertThat(column("span").type()).isEqualTo(ColumnType.DURATION);
        assertThat(column("raw").type()).isEqualTo(ColumnType.BYTES);
        assertThat(column("last_one").type()).isEqualTo(ColumnType.UUID);
        for (String name : List.of("zoned", "raws", "cash", "bits", "grid")) {
            assertThat(column(name).type()).as(name).isNull();
        }
    }

    @Test
    void aThousandTablesTakeSeconds() {
        StringBuilder script = new StringBuilder("create schema many; set search_path = many;");
        for (int i = 0; i < 1000; i++) {
            script.append("create table t").append(i).append(" (id int primary key, name text, up int references t");
            script.append(i == 0 ? 0 : i - 1).append(");");
        }
        io.fraiseql.plugin.testkit.TestPostgres.sql(testing.url, script.toString());
        long start = System.nanoTime();
        assertThat(testing.database.introspect(List.of("many")).tables()).hasSize(1000);
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - start)).isLessThan(java.time.Duration.ofSeconds(5));
    }
}
