package io.fraiseql.core.scalar;

import io.fraiseql.core.model.ScalarType;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The scalars of every schema: the built-in ones and the validated strings. Immutable; built once by the composition root. */
public final class ScalarCatalog {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public ScalarCatalog() {
        addBasics();
        addNumbers();
        addTimes();
        NetworkFormats.all().forEach(this::add);
        CodeFormats.all().forEach(this::add);
        // any text is Markdown or HTML: the names say how it is meant, and nothing more is checked
        addText("Markdown", "Text in Markdown.");
        addText("HTML", "Text in HTML; it is not sanitised.");
    }

    /** The scalar of this name; null when there is none. */
    public @Nullable ScalarType type(String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : entry.type();
    }

    /** The codec of the scalar of this name; null when there is none. */
    public @Nullable ScalarCodec codec(String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : entry.codec();
    }

    /** Every scalar by name, the five of GraphQL first. */
    public Map<String, ScalarType> types() {
        Map<String, ScalarType> types = new LinkedHashMap<>();
        entries.forEach((name, entry) -> types.put(name, entry.type()));
        return types;
    }

    /** The names of all scalars, the five of GraphQL first. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    private void addBasics() {
        add("ID", ColumnType.TEXT, "An identifier; a string in answers.", PlainCodecs::id);
        add("Int", ColumnType.INT, "An integer of 32 bits.", NumberCodecs::toInt);
        add("Float", ColumnType.FLOAT, "A binary floating-point number of 64 bits.", NumberCodecs::toFloat);
        add("String", ColumnType.TEXT, "Text.", PlainCodecs::string);
        add("Boolean", ColumnType.BOOLEAN, "True or false.", PlainCodecs::toBoolean);
        add("UUID", ColumnType.UUID, "A UUID; in lower case in answers.", PlainCodecs::uuid);
        add("JSON", ColumnType.JSON, "Any JSON value.", PlainCodecs::json);
        add("Bytes", ColumnType.BYTES, "Bytes in base64.", PlainCodecs::bytes);
    }

    private void addNumbers() {
        add("BigInt", ColumnType.BIGINT, "An integer of 64 bits; a string in answers.", NumberCodecs::bigInt);
        add("Decimal", ColumnType.DECIMAL, "An exact decimal; a string in answers.", NumberCodecs::decimal);
    }

    private void addTimes() {
        add("DateTime", ColumnType.DATETIME, "An instant in RFC 3339; in UTC in answers.", TimeCodecs::dateTime);
        add("LocalDateTime", ColumnType.LOCAL_DATETIME, "A date and time without zone.", TimeCodecs::localDateTime);
        add("Date", ColumnType.DATE, "A date such as 2026-01-31.", TimeCodecs::date);
        add("Time", ColumnType.TIME, "A time of day such as 12:00:00.", TimeCodecs::time);
        add("Duration", ColumnType.DURATION, "A duration in ISO 8601 such as P1DT2H30M.", TimeCodecs::duration);
    }

    private void add(String name, ColumnType type, String description, ScalarCodec codec) {
        entries.put(name, new Entry(new ScalarType(name, description, type, false), codec));
    }

    private void add(TextFormat format) {
        String expected = format.expected();
        String description = Character.toUpperCase(expected.charAt(0)) + expected.substring(1) + ".";
        ScalarType type = new ScalarType(format.name(), description, ColumnType.TEXT, true);
        entries.put(format.name(), new Entry(type, format.codec()));
    }

    private void addText(String name, String description) {
        entries.put(name, new Entry(new ScalarType(name, description, ColumnType.TEXT, false), PlainCodecs::string));
    }

    private record Entry(ScalarType type, ScalarCodec codec) {}
}
