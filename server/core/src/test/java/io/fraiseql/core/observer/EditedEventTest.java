package io.fraiseql.core.observer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.schema.TestScalars;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditedEventTest {

    private static final Model MODEL =
            new SchemaLoader(TestScalars.all()).load("""
                    {"version": "2.0.0",
                     "types": [{"name": "Item", "sql_source": "item", "primary_key": ["id"], "fields": [
                       {"name": "id", "type": "Int", "nullable": false},
                       {"name": "name", "type": "String", "nullable": false},
                       {"name": "day", "type": "Date", "nullable": true},
                       {"name": "price", "type": "Decimal", "nullable": true},
                       {"name": "weight", "type": "Float", "nullable": true},
                       {"name": "phase", "type": "Phase", "nullable": true},
                       {"name": "tags", "type": "[String!]", "nullable": true},
                       {"name": "extra", "type": "JSON", "nullable": true}]}],
                     "enums": [{"name": "Phase", "values": [{"name": "NEW"}, {"name": "LOST"}]}],
                     "queries": [{"name": "items", "return_type": "Item", "returns_list": true}],
                     "mutations": [{"name": "updateItem", "return_type": "Item", "table": "item", "operation": "UPDATE"}]}""", List.of("test")).orThrow();
    private static final EntityRows ROWS = new EntityRows(MODEL, new ScalarCatalog());
    private static final String EVENT =
            "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"position\":7,\"entity\":\"%s\",\"key\":\"1\",\"type\":\"%s\",\"data\":%s,"
                    + "\"before\":null,\"changedFields\":null,\"user\":null,\"organisation\":null,\"trace\":null,\"time\":\"2026-01-31T12:00:00Z\"}";
    private static final String ROW =
            "{\"id\":1,\"name\":\"a\",\"day\":\"soon\",\"price\":\"1.50\",\"phase\":\"NEW\",\"tags\":[\"x\"],\"extra\":{\"a\":1},\"gone\":1}";

    private static String edited(String entity, String type, String row) {
        return EditedEvent.of(EVENT.formatted(entity, type, ROW), EVENT.formatted(entity, type, row), ROWS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"name\":\"a\"     | \"name\":\"b\"",
                "\"day\":\"soon\"   | \"day\":\"2026-01-31\"",
                "\"day\":\"soon\"   | \"day\":null",
                "\"price\":\"1.50\" | \"price\":2.75",
                "\"phase\":\"NEW\"  | \"phase\":\"LOST\"",
                "\"tags\":[\"x\"]   | \"tags\":[\"y\",\"z\"]",
                "\"extra\":{\"a\":1}| \"extra\":[1,2.5,null]",
                "\"gone\":1         | \"gone\":2",
                "\"gone\":1         | \"gone\":1,\"weight\":2.5"
            })
    void takesWhatTheTypeHas(String was, String is) {
        String row = ROW.replace(was, is);
        assertThat(row).isNotEqualTo(ROW);
        assertThat(edited("Item", "UPDATE", row)).contains(is);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"name\":\"a\"     | \"name\":5              | /data/name: expected a String, got 5",
                "\"name\":\"a\"     | \"name\":null           | /data/name: cannot be null",
                "\"name\":\"a\",    |                         | /data/name: is missing; every field that the event had must be there",
                "\"gone\":1         | \"gone\":1,\"nmae\":\"b\" | /data/nmae: `Item` has no stored field `nmae`; did you mean `name`?",
                "\"gone\":1         | \"gone\":1,\"weight\":\"x\" | /data/weight: expected a Float as a number of 64 bits, got \"x\"",
                "\"day\":\"soon\"   | \"day\":\"yesterday\"   | /data/day: expected a Date such as \"2026-01-31\", got \"yesterday\"",
                "\"phase\":\"NEW\"  | \"phase\":\"lost\"      | /data/phase: `lost` is no value of `Phase`; did you mean `LOST`?",
                "\"phase\":\"NEW\"  | \"phase\":[\"NEW\"]     | /data/phase: expected one of NEW, LOST",
                "\"tags\":[\"x\"]   | \"tags\":\"x\"          | /data/tags: expected a list",
                "\"tags\":[\"x\"]   | \"tags\":[\"x\",null]   | /data/tags/1: cannot be null",
                "\"tags\":[\"x\"]   | \"tags\":[\"x\",2]      | /data/tags/1: expected a String, got 2",
                "\"id\":1           | \"id\":2                | /data/id: is part of the key; leave it as it was"
            })
    void refusesWhatItDoesNotHave(String was, String is, String expected) {
        String row = ROW.replace(was, is == null ? "" : is);
        assertThat(row).isNotEqualTo(ROW);
        assertThatThrownBy(() -> edited("Item", "UPDATE", row))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.BAD_USER_INPUT))
                .hasMessage(expected);
    }

    @Test
    void leavesAloneWhatNoTypeSays() {
        assertThat(edited("Item", "CUSTOM", "{\"name\":5}")).contains("\"data\":{\"name\":5}");
        assertThat(edited("Other", "UPDATE", "{\"name\":5}")).contains("\"data\":{\"name\":5}");
    }
}
