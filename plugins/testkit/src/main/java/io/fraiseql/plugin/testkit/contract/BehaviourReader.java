package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.plugin.testkit.contract.ContractCase.Answer;
import io.fraiseql.plugin.testkit.contract.ContractCase.Need;
import io.fraiseql.plugin.testkit.contract.ContractCase.Refusal;
import io.fraiseql.plugin.testkit.contract.ContractCase.Step;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of cases. {@code # TITLE} begins the file and {@code ## TITLE} a case; then come the lines of a document, and under it
 *
 * <ul>
 *   <li>{@code sql STATEMENT}: what another client runs before;
 *   <li>{@code vars JSON} and {@code operation NAME}: the request's variables and operation;
 *   <li>{@code => JSON}: the expected data, byte for byte but for blanks; {@code ~> JSON}: with members of objects in any order;
 *   <li>{@code ! CODE MESSAGE}: the expected refusal, before any SQL, by a part of its message; {@code !! CODE MESSAGE}: the same
 *       from the database or the reading of its rows;
 *   <li>{@code needs CAPABILITY} with {@code without CODE MESSAGE}: what a dialect must have, and how one refuses that lacks it. At
 *       the head of the file they hold for all its cases;
 *   <li>{@code with NAME}, at the head: the schema has the sections of {@code NAME.json} besides;
 *   <li>{@code also without CAPABILITY}, at the head: every answer is the same where a dialect lacks that.
 * </ul>
 *
 * An answer goes on to the next line that begins with {@code ##} or is empty. A document after an answer is a further request of
 * the case.
 */
final class BehaviourReader {

    private static final String ALSO = "also without ";

    private final String name;
    private final List<String> lines;
    private final List<ContractCase> cases = new ArrayList<>();
    private final Set<Capability> alsoWithout = EnumSet.noneOf(Capability.class);
    private int at;
    private @Nullable String with;
    private @Nullable Capability needs;
    private @Nullable Refusal without;

    BehaviourReader(String name, String text) {
        this.name = name;
        this.lines = text.lines().toList();
    }

    Behaviour read() {
        String title = after("# ");
        while (at < lines.size() && !lines.get(at).startsWith("## ")) {
            String line = lines.get(at++);
            if (line.startsWith("needs ")) {
                needs = Capability.valueOf(line.substring("needs ".length()));
            } else if (line.startsWith("without ")) {
                without = refusal(line, "without ", true);
            } else if (line.startsWith("with ")) {
                with = line.substring("with ".length()) + ".json";
            } else if (line.startsWith(ALSO)) {
                alsoWithout.add(Capability.valueOf(line.substring(ALSO.length())));
            }
        }
        while (at < lines.size()) {
            readCase();
        }
        return new Behaviour(name, title, List.copyOf(cases));
    }

    private void readCase() {
        String title = after("## ");
        Draft draft = new Draft();
        draft.needs = needs;
        draft.without = without;
        while (at < lines.size() && !lines.get(at).startsWith("## ")) {
            readLine(draft, lines.get(at++));
        }
        if (draft.steps.isEmpty() || draft.document.length() > 0) {
            throw problem("'" + title + "' is not complete");
        }
        cases.add(new ContractCase(
                name,
                title,
                with,
                need(title, draft.needs, draft.without),
                Set.copyOf(alsoWithout),
                List.copyOf(draft.steps)));
    }

    private @Nullable Need need(String title, @Nullable Capability capability, @Nullable Refusal refusal) {
        if (capability != null && refusal != null) {
            return new Need(capability, refusal);
        }
        if (capability != null || refusal != null) {
            throw problem("'" + title + "' says only one of needs and without");
        }
        return null;
    }

    private void readLine(Draft draft, String line) {
        int blank = line.indexOf(' ');
        String keyword = blank < 0 ? line : line.substring(0, blank);
        String rest = line.substring(blank + 1);
        switch (keyword) {
            case "needs" -> draft.needs = Capability.valueOf(rest);
            case "without" -> draft.without = refusal(line, "without ", true);
            case "sql" -> draft.before.add(rest);
            case "vars" -> draft.variables = variables(rest);
            case "operation" -> draft.operationName = rest;
            case "=>", "~>" -> draft.step(new Answer(json(rest), keyword.equals("~>")), null);
            case "!" -> draft.step(null, refusal(line, "! ", true));
            case "!!" -> draft.step(null, refusal(line, "!! ", false));
            default -> draft.document.append(line).append(line.isEmpty() ? "" : "\n");
        }
    }

    /** What has been read of a case. */
    private static final class Draft {

        final List<Step> steps = new ArrayList<>();
        final List<String> before = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        Map<String, Object> variables = Map.of();

        @Nullable
        String operationName;

        @Nullable
        Capability needs;

        @Nullable
        Refusal without;

        void step(@Nullable Answer answer, @Nullable Refusal refusal) {
            steps.add(new Step(List.copyOf(before), document.toString(), operationName, variables, answer, refusal));
            before.clear();
            document = new StringBuilder();
            variables = Map.of();
            operationName = null;
        }
    }

    /** The value that begins in this line and goes on to an empty line or the next case. */
    private String json(String first) {
        StringBuilder text = new StringBuilder(first);
        while (at < lines.size() && !lines.get(at).isBlank() && !lines.get(at).startsWith("## ")) {
            text.append('\n').append(lines.get(at++));
        }
        Resources.json(text.toString(), name + ".cases, line " + at);
        return compact(text);
    }

    /** Without blanks outside of texts; every other character stays as it was written. */
    private static String compact(CharSequence json) {
        StringBuilder compact = new StringBuilder();
        boolean inText = false;
        boolean escaped = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText || !Character.isWhitespace(c)) {
                compact.append(c);
            }
            inText ^= c == '"' && !escaped;
            escaped = inText && c == '\\' && !escaped;
        }
        return compact.toString();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> variables(String text) {
        try {
            return Resources.JSON.readValue(text, Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw problem("no JSON: " + e.getOriginalMessage());
        }
    }

    private Refusal refusal(String line, String keyword, boolean beforeSql) {
        String[] parts = line.substring(keyword.length()).split(" ", 2);
        if (parts.length < 2) {
            throw problem("a refusal has a code and a part of its message");
        }
        return new Refusal(parts[0], parts[1], beforeSql);
    }

    private String after(String mark) {
        if (at >= lines.size() || !lines.get(at).startsWith(mark)) {
            throw problem("expected '" + mark + "'");
        }
        return lines.get(at++).substring(mark.length());
    }

    private IllegalStateException problem(String what) {
        return new IllegalStateException(name + ".cases, line " + at + ": " + what);
    }
}
