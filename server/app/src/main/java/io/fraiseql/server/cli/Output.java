package io.fraiseql.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a command writes its result.
 *
 * @param json whether the operator asked for {@code --format json}
 */
public record Output(PrintStream stream, boolean json) {

    /**
     * Writes the result in the format asked for.
     *
     * @param text the lines for a person
     * @param value the same for a program: strings, numbers, booleans, lists and maps
     */
    public void write(Supplier<String> text, Supplier<Map<String, ?>> value) {
        if (!json) {
            stream.println(text.get());
            return;
        }
        try {
            stream.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(value.get()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result is not made of plain values", e);
        }
    }
}
