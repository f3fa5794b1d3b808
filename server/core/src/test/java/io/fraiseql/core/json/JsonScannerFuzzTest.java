package io.fraiseql.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonScannerFuzzTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String ALPHABET = "{}[]:,\"\\ntfu0123456789eE+-.ab \t\n";
    private static final String SEED =
            "{\"a\": [1, -2.5e3, true, null, \"x\\u00e9\\n\"], \"b\" :{\"a\":{}, \"c\":\"é\"},\"c\":[] }";

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNumberLength(10_000).build());
    }

    @Property(tries = 20_000)
    void acceptsWhatJacksonAcceptsAndKeepsIt(@ForAll long seed) throws IOException {
        byte[] document = mutated(new Random(seed));
        JsonNode expected = jackson(document);
        Utf8Buffer out = new Utf8Buffer(64);
        try {
            out.json(document, 0, document.length);
        } catch (FraiseqlException e) {
            assertThat(expected).as(new String(document, UTF_8)).isNull();
            return;
        }
        assertThat(expected).as(new String(document, UTF_8)).isNotNull();
        assertThat(MAPPER.readTree(out.array(), 0, out.length())).isEqualTo(expected);
    }

    @Property(tries = 20_000)
    void neverAnotherException(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] document = mutated(random);
        if (random.nextInt(4) == 0) {
            random.nextBytes(document);
        }
        try {
            new JsonProjection(projection(random, 3)).write(document, 0, document.length, new Utf8Buffer(16, 10_000));
        } catch (FraiseqlException e) {
            assertThat(e).hasMessageStartingWith("a ");
        }
    }

    private static Projection projection(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 1 : 3);
        if (choice == 0) {
            ColumnType[] types = ColumnType.values();
            return new ProjectedScalar(types[random.nextInt(types.length)]);
        }
        if (choice == 1) {
            return new ProjectedList(random.nextBoolean(), projection(random, depth - 1));
        }
        List<ProjectedField> fields = new ArrayList<>();
        for (String key : List.of("c", "a", "b", "a")) {
            fields.add(ProjectedField.of(
                    ("\"" + key + "\":").getBytes(UTF_8), key, random.nextInt(8) > 0, projection(random, depth - 1)));
        }
        return new ProjectedObject(fields);
    }

    private static byte[] mutated(Random random) {
        StringBuilder text = new StringBuilder(SEED);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length());
            char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.insert(at, letter);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    private static @io.fraiseql.spi.Nullable JsonNode jackson(byte[] document) {
        try {
            JsonNode node = MAPPER.readTree(document);
            return node == null || node.isMissingNode() ? null : node;
        } catch (IOException e) {
            return null;
        }
    }
}
