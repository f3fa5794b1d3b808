package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.Nullable;

/**
 * What is compared.
 *
 * @param text as it was written
 * @param path where it is one; null for what is computed or written out
 * @param literal whether it is written out
 */
record Operand(
        ValueKind kind, String text, int at, @Nullable Path path, boolean literal, Source source) {

    /** Gives the value. */
    interface Source {
        /** Of the kind that the operand is compared as; null where the value is null. */
        @Nullable
        Comparable<?> value(EventRow row, ValueKind as);
    }

    static Operand of(Path path, int at) {
        return new Operand(path.kind(), path.text(), at, path, false, (row, as) -> {
            JsonNode node = path.value(row);
            return node.isNull() ? null : as.read(node, path.text());
        });
    }

    /** A value that is written out; read when it is known what it is compared with. */
    static Operand literal(ValueKind kind, Token token) {
        return new Operand(kind, token.text(), token.at(), null, true, (row, as) -> as.parse(token.text()));
    }

    static Operand computed(ValueKind kind, String text, int at, Source source) {
        return new Operand(kind, text, at, null, false, source);
    }

    @Nullable
    Comparable<?> value(EventRow row, ValueKind as) {
        return source.value(row, as);
    }

    /** The same with its value read once, where it is written out. */
    Operand fixed(ValueKind as) {
        if (!literal) {
            return this;
        }
        Comparable<?> value = as.parse(text);
        return new Operand(as, text, at, null, true, (row, kindOfOther) -> value);
    }
}
