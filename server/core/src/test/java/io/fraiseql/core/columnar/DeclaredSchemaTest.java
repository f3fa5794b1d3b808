package io.fraiseql.core.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.columnar.SchemaDiff.Change;
import io.fraiseql.core.schema.Checked;
import io.fraiseql.spi.columnar.DeclaredSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an {@code .arrow-schema} file may say, and what its next version may change. */
class DeclaredSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TYPES = "'string','int8','int16','int32','int64','uint8','uint16','uint32','uint64',"
            + "'float32','float64','bool','date','time_us','timestamp_s','timestamp_ms','timestamp_us','timestamp_ns','binary',"
            + "'uuid',{'kind':'decimal','precision':8,'scale':2},{'kind':'timestamp_us','timezone':'UTC'},"
            + "{'kind':'list','item':'int32'},{'kind':'map','key':'string','value':{'kind':'list','item':'date'}},"
            + "{'kind':'struct','fields':[{'name':'x','type':'bool'}]}";

    private static Checked<DeclaredSchema> read(String text) {
        try {
            return new DeclaredSchemaReader().read(MAPPER.readTree(text.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String fields) {
        return "{'namespace':'a.b','name':'c','version':1,'fields':[" + fields + "]}";
    }

    private static DeclaredSchema schema(String fields) {
        Checked<DeclaredSchema> read = read(file(fields));
        assertThat(read.problems()).isEmpty();
        return Objects.requireNonNull(read.value());
    }

    @Test
    void everyTypeIsReadAndWritten() throws IOException {
        StringBuilder fields = new StringBuilder();
        for (var type : MAPPER.readTree("[" + TYPES.replace('\'', '"') + "]")) {
            fields.append(fields.isEmpty() ? "" : ",")
                    .append("{'name':'f" + fields.length() + "','type':" + type + ",'doc':'d','index':true}");
        }
        String whole = file(fields.toString())
                .replace(
                        "'version'",
                        "'description':'e','metadata':{'storage':{'primary':'p','table':'t'},'ttl_days':9,'partition_strategy':'month'},'version'");
        DeclaredSchema read = Objects.requireNonNull(read(whole).value());
        assertThat(read.fields()).hasSize(25);
        assertThat(read.table()).isEqualTo("t");
        String written = MAPPER.writeValueAsString(DeclaredSchemaWriter.write(read));
        assertThat(read(written).value()).isEqualTo(read);
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        String text = "{'namespace':'a..b','name':'','version':0,'owner':1,'metadata':{'ttl_days':-1},'fields':["
                + "{'name':'x','type':'int33'},{'name':'x','type':{'kind':'decimal','precision':2,'scale':3}},"
                + "{'name':'y','type':'decimal'},{'name':'z','type':{'kind':'timestamp_us','timezone':'Moon'}},"
                + "{'name':'1','type':'bool','defalt':1},{'name':'w','type':'int8','default':'x'},"
                + "{'name':'w','type':'uuid'},{'name':'v','type':{'kind':'map','key':'string'}}]}";
        Checked<DeclaredSchema> read = read(text);
        assertThat(read.value()).isNull();
        assertThat(read.problems().stream().map(Object::toString))
                .contains(
                        "/namespace: `a..b` is no name (use letters, digits and _)",
                        "/name: `name` is empty",
                        "/version: `version` must be a whole number from 1",
                        "/fields/0/type: `int33` is no type (did you mean `int32`?)",
                        "/fields/1/type: a decimal has a `precision` from 1 to 38 and a `scale` up to it",
                        "/fields/2/type: a decimal needs more than its name ({\"kind\": \"decimal\", …})",
                        "/fields/3/type/timezone: `Moon` is no time zone (for example UTC)",
                        "/fields/4/defalt: `defalt` is not a key of a field (did you mean `default`?)",
                        "/fields/5/default: `default` is no value of the type int8",
                        "/fields/7/type/value: `value` must be the name of a type, or an object with its `kind`",
                        "/fields: the field `w` is there twice")
                .anyMatch(problem -> problem.startsWith("/owner"))
                .anyMatch(problem -> problem.startsWith("/metadata/ttl_days"));
        assertThat(read("[]").problems()).hasSize(1);
        assertThat(read(file("")).problems().toString()).contains("at least one field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type':'int32'                                       | 'type':'int64'                     | fine     | is wider",
                "'type':'uint8'                                       | 'type':'uint32'                    | fine     | is wider",
                "'type':{'kind':'decimal','precision':8,'scale':2}    | 'type':{'kind':'decimal','precision':10,'scale':3} | fine | is wider",
                "'type':{'kind':'decimal','precision':8,'scale':2}    | 'type':{'kind':'decimal','precision':8,'scale':3} | breaking | decimal(8, 3)",
                "'type':'int64'                                       | 'type':'int32'                     | breaking | was int64",
                "'type':'int32'                                       | 'type':'uint32'                    | breaking | was int32",
                "'type':'float32'                                     | 'type':'float64'                   | breaking | was float32",
                "'type':'timestamp_us'                                | 'type':{'kind':'timestamp_us','timezone':'UTC'} | breaking | (UTC)",
                "'type':'bool','nullable':false                       | 'type':'bool','nullable':true      | breaking | may be null now",
                "'type':'bool','nullable':true                        | 'type':'bool','nullable':false     | breaking | may not be null",
                "'type':'bool','required':true,'nullable':true        | 'type':'bool','nullable':true      | fine     | not required any more",
                "'type':'bool','nullable':true                        | 'type':'bool','nullable':true,'required':true | breaking | is required now",
                "'type':'bool','nullable':true                        | 'type':'bool','nullable':true,'required':true,'default':true | fine | is required now",
                "'type':{'kind':'list','item':'int8'}                 | 'type':{'kind':'list','item':'int16'} | fine  | is wider",
                "'type':{'kind':'struct','fields':[{'name':'y','type':'bool'}]} | 'type':{'kind':'struct','fields':[{'name':'z','type':'bool'}]} | breaking | is removed",
            })
    void aChangeIsFineOrBreaking(String before, String after, String verdict, String message) {
        List<Change> changes =
                SchemaDiff.between(schema("{'name':'x'," + before + "}"), schema("{'name':'x'," + after + "}"));
        assertThat(changes.get(0).message()).contains(message);
        assertThat(changes.stream().anyMatch(Change::breaking)).isEqualTo(verdict.equals("breaking"));
    }

    @Test
    void fieldsComeAndGo() {
        String one = "{'name':'x','type':'bool'}";
        String two = one + ",{'name':'y','type':'bool'";
        assertThat(SchemaDiff.between(schema(one), schema(one.replace("}", ",'doc':'d','index':true}"))))
                .isEmpty();
        assertThat(SchemaDiff.between(schema(one), schema(two + "}")).toString())
                .isEqualTo("[fine      /y: is added]");
        assertThat(SchemaDiff.between(schema(two + "}"), schema(one)).toString())
                .isEqualTo("[breaking  /y: is removed]");
        assertThat(SchemaDiff.between(schema(one), schema(two + ",'required':true}"))
                        .toString())
                .isEqualTo("[breaking  /y: is added as required, without default]");
        assertThat(SchemaDiff.between(schema(one), schema(two + ",'required':true,'default':false}"))
                        .toString())
                .isEqualTo("[fine      /y: is added]");
    }
}
