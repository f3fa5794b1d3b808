package io.fraiseql.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes valid schemas of every kind of content from a seed. */
public final class RandomSchema {

    private static final List<String> SCALARS =
            List.of("Int", "String", "UUID", "Decimal", "DateTime", "Email", "JSON");
    private final Random random;
    private final boolean camelCase;

    public RandomSchema(long seed) {
        random = new Random(seed);
        camelCase = random.nextBoolean();
    }

    public String json() {
        int types = 1 + random.nextInt(5);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < types; i++) {
            parts.add(type(i, types));
        }
        parts.add("{'name': 'Embedded', 'fields': [{'name': 'in_side', 'type': 'Int', 'nullable': true},"
                + " {'name': 'again', 'type': '[Embedded!]', 'nullable': true}]}");
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < types; i++) {
            queries.add(query(i));
        }
        queries.add("{'name': 'media', 'return_type': 'Media', 'returns_list': true}");
        queries.add("{'name': 'either', 'return_type': 'Either', 'returns_list': true, 'nullable': true}");
        return ("{'naming_convention': '" + (camelCase ? "camelCase" : "snake_case") + "', 'types': ["
                        + String.join(",\n", parts)
                        + ", " + member("Song", "1") + ", " + member("Film", "2") + "],\n"
                        + "'enums': [{'name': 'Mood', 'values': ['SAD', {'name': 'OK', 'value': 'o k', 'description': 'é',"
                        + " 'deprecated': {'reason': 'old'}}]}],\n"
                        + "'interfaces': [{'name': 'Media', 'fields': [{'name': 'the_title', 'type': 'String',"
                        + " 'nullable': true}], 'discriminator': {'column': " + column("kind")
                        + ", 'values': {'s': 'Song', 'S': 'Song', 'f': 'Film'}}}],\n"
                        + "'unions': [{'name': 'Either', 'members': ['Type0', 'Embedding']}],\n"
                        + "'queries': [" + String.join(",\n", queries) + "]}")
                .replace('\'', '"');
    }

    private String member(String name, String columnSuffix) {
        return "{'name': '" + name + "', 'sql_source': 'media', 'implements': ['Media'], 'fields': ["
                + "{'name': 'the_title', 'type': 'String', 'nullable': false},"
                + "{'name': 'own', 'type': 'Int', 'nullable': true, 'column': 'own" + columnSuffix + "'}]}"
                + (name.equals("Song") ? ", " + embedding() : "");
    }

    private String embedding() {
        return "{'name': 'Embedding', 'sql_source': 'v_embedding', 'fields': ["
                + "{'name': 'id', 'type': 'ID', 'nullable': false},"
                + "{'name': 'inner_one', 'type': 'Embedded', 'nullable': " + random.nextBoolean() + "}]}";
    }

    private String type(int i, int types) {
        List<String> fields = new ArrayList<>();
        fields.add("{'name': 'id', 'type': 'Int', 'nullable': false, 'column': " + column("ID") + "}");
        int count = random.nextInt(6);
        for (int f = 0; f < count; f++) {
            fields.add(field(f, types));
        }
        String source = random.nextBoolean()
                ? "'t" + i + "'"
                : "{'sqlite': 't" + i + "', 'postgresql': '\\'odd.name\\'.\\'x y\\'" + "', 'other': 'unused'}";
        String key = "{'postgresql': ['ID'], 'sqlite': ['ID']}";
        String description = random.nextBoolean() ? ", 'description': 'a “type” / with \\n lines'" : "";
        return "{'name': 'Type" + i + "', 'sql_source': " + source.replace("\\'", "\\\"") + description
                + ", 'primary_key': " + (random.nextBoolean() ? "['ID']" : key)
                + ", 'fields': [" + String.join(",\n", fields) + "]}";
    }

    private String field(int f, int types) {
        String name = "{'name': 'field_no" + f + (random.nextBoolean() ? "_X" : "") + "', 'nullable': "
                + random.nextBoolean();
        String target = "Type" + random.nextInt(types);
        return switch (random.nextInt(8)) {
            case 0 ->
                name + ", 'type': '" + target + "', 'relation': {'from': " + columns("a", "b") + ", 'to': "
                        + columns("c", "d") + "}}";
            case 1 ->
                name + ", 'type': '[" + target + "!]', 'relation': {'type': '" + target
                        + "', 'cardinality': 'many', 'from': ['a'], 'to': ['b'], 'through': {'table': "
                        + column("s.link")
                        + ", 'from': ['x'], 'to': " + columns("y") + "}}}";
            case 2 -> name + ", 'type': 'Int', 'computed': " + column("1 + 1") + "}";
            case 3 -> name + ", 'type': 'Mood', 'deprecated': {'reason': 'x'}}";
            case 4 ->
                name + ", 'type': '[String" + (random.nextBoolean() ? "!" : "")
                        + "]', 'sql': {'type': 'text', 'array': true}}";
            case 5 ->
                name + ", 'type': 'Decimal', 'column': " + column("d") + ", 'sql': {'sqlite': {'type': 'NUMERIC',"
                        + " 'precision': 10, 'scale': 2, 'has_default': true}, 'postgresql': {'type': 'numeric'}}}";
            case 6 -> name + ", 'type': 'Embedded'}";
            default -> name + ", 'type': '" + SCALARS.get(random.nextInt(SCALARS.size())) + "'}";
        };
    }

    private String query(int i) {
        return switch (random.nextInt(3)) {
            case 0 ->
                "{'name': 'one_type" + i + "', 'return_type': 'Type" + i
                        + "', 'arguments': [{'name': 'id', 'type': 'Int', 'default': 7}], 'deprecation': {'reason': 'r'}}";
            case 1 ->
                "{'name': 'list" + i + "', 'return_type': 'Type" + i + "', 'returns_list': true, 'auto_params': {"
                        + "'where': " + random.nextBoolean() + ", 'limit': false, 'order_by': " + random.nextBoolean()
                        + ", 'offset': " + random.nextBoolean() + "}, 'sql_source': " + column("q") + "}";
            default ->
                "{'name': 'all_" + i + "', 'return_type': 'Type" + i + "', 'returns_list': true, 'cache_ttl_seconds': "
                        + (1 + random.nextInt(99)) + "}";
        };
    }

    private String column(String name) {
        return random.nextBoolean()
                ? "'" + name + "'"
                : "{'sqlite': '" + name + "', 'postgresql': '" + name + (name.equals("ID") ? "" : "2") + "'}";
    }

    private String columns(String... names) {
        String list = "['" + String.join("', '", names) + "']";
        return random.nextBoolean() ? list : "{'sqlite': " + list + ", 'postgresql': " + list + "}";
    }
}
