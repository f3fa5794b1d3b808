package io.fraiseql.core.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.schema.TestScalars;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LargeSchemaTest {

    private final SchemaGenerator generator = new SchemaGenerator(TestScalars.all());
    private final SchemaLoader loader = new SchemaLoader(TestScalars.all());

    /** Measured as the processor time of this thread, so that other work on the machine does not count. */
    @Test
    void readsAThousandTablesFast() {
        TestTable[] tables = new TestTable[1000];
        for (int i = 0; i < tables.length; i++) {
            TestTable table =
                    TestTable.table("table_" + i + "_x").ints("id", "parent_id").key("id");
            for (int column = 0; column < 18; column++) {
                table.column("column_" + column + "_y", ColumnType.TEXT, "text");
            }
            tables[i] = table.references("parent_id", "table_" + (i / 2) + "_x", "id");
        }
        String json = generator
                .generate(TestTable.database(tables), IntrospectOptions.all())
                .json();
        loader.load(json, List.of("sqlite")).orThrow();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Model model = loader.load(json, List.of("sqlite", "postgresql")).orThrow();
        Duration spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
        assertThat(model.types()).hasSize(1000);
        assertThat(spent).isLessThan(Duration.ofSeconds(1));
    }

    /** Whatever the names and keys of a database, its generated schema has no problem. */
    @Property(tries = 300)
    void everyGeneratedSchemaLoads(@ForAll long seed) {
        DatabaseSchema database = new RandomDatabase(new Random(seed)).schema();
        GeneratedSchema schema = generator.generate(database, IntrospectOptions.all());
        if (schema.schema().path("types").isEmpty()) {
            assertThat(schema.notes()).contains("there is no table to make a type of, so the schema is empty");
        } else {
            assertThat(loader.load(schema.json(), List.of("sqlite")).problems()).isEmpty();
        }
    }
}
