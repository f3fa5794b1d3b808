package io.fraiseql.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Makes sure that all programs answer the same, so that none is faster by doing less. */
final class AnswerCheck {

    private static final int REQUESTS = 5;
    private static final int TIME_LENGTH = "2026-01-31T12:00:00".length();

    private final Answers answers = new Answers();

    /**
     * Compares the answers of the first requests of an operation.
     *
     * @throws IOException when they differ or hold nothing
     */
    void compare(Work work, List<Program> programs) throws IOException, InterruptedException {
        for (String body : Arrays.copyOf(work.bodies(), REQUESTS)) {
            JsonNode expected = answers.of(programs.get(0), body);
            JsonNode data = expected.path("data");
            if (data.isEmpty() || data.elements().next().isEmpty()) {
                throw new IOException("no data for " + body + "\n" + expected);
            }
            for (Program program : programs.subList(1, programs.size())) {
                JsonNode actual = answers.of(program, body);
                if (!same(expected, actual)) {
                    throw new IOException(programs.get(0).name() + " and " + program.name() + " differ for " + body
                            + "\n" + expected + "\n" + actual);
                }
            }
        }
    }

    /** Equal JSON, members in the same order; points in time may be written in different ways. */
    static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isTextual() && actual.isTextual()) {
            return expected.equals(actual) || sameTime(expected.textValue(), actual.textValue());
        }
        if (!expected.isContainerNode()) {
            return expected.equals(actual);
        }
        return expected.getNodeType() == actual.getNodeType()
                && expected.size() == actual.size()
                && sameNames(expected, actual)
                && sameElements(expected.elements(), actual.elements());
    }

    private static boolean sameNames(JsonNode expected, JsonNode actual) {
        Iterator<String> names = actual.fieldNames();
        for (Iterator<String> all = expected.fieldNames(); all.hasNext(); ) {
            if (!all.next().equals(names.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameElements(Iterator<JsonNode> expected, Iterator<JsonNode> actual) {
        while (expected.hasNext()) {
            if (!same(expected.next(), actual.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameTime(String expected, String actual) {
        if (expected.length() < TIME_LENGTH || actual.length() < TIME_LENGTH) {
            return false;
        }
        try {
            return expected.endsWith("Z")
                    ? OffsetDateTime.parse(expected).isEqual(OffsetDateTime.parse(actual))
                    : LocalDateTime.parse(expected).equals(LocalDateTime.parse(actual));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
