package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.event.Event;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** A text with places {@code {{ path | filter }}}; docs/observers.md has the syntax. Immutable. */
public final class TextTemplate implements Template {

    /** The longest text. */
    public static final int MAX_CHARACTERS = 65_536;

    private final List<Part> parts;

    /** Whether each part stands inside of a text, when all of it is JSON. */
    private final BitSet quoted;

    TextTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.quoted = JsonShape.quoted(this.parts);
    }

    /** A piece of text or a place. */
    interface Part {
        String render(EventRow row, Escape escape);

        /** The same outside of the texts of JSON. */
        default String renderJson(EventRow row, Escape escape) {
            return render(row, escape);
        }
    }

    /** A piece that is the same for every event. */
    record Plain(String text) implements Part {

        @Override
        public String render(EventRow row, Escape escape) {
            return text;
        }
    }

    /**
     * Reads and checks a template.
     *
     * @throws RuleSyntaxException saying where and what is wrong
     */
    public static TextTemplate parse(String text, EntityFields fields) {
        if (text.length() > MAX_CHARACTERS) {
            throw new RuleSyntaxException(0, "a template may have " + MAX_CHARACTERS + " characters");
        }
        return new TextTemplate(new TemplateParser(text, fields).parse());
    }

    @Override
    public String render(Event event, Escape escape) {
        EventRow row = new EventRow(event);
        StringBuilder text = new StringBuilder();
        try {
            for (int i = 0; i < parts.size(); i++) {
                text.append(
                        Escapes.isDocument(escape) && !quoted.get(i)
                                ? parts.get(i).renderJson(row, escape)
                                : parts.get(i).render(row, escape));
            }
        } catch (RuleEvaluationException e) {
            throw ActionFailedException.permanent(String.valueOf(e.getMessage()), e);
        }
        return text.toString();
    }

    @Override
    public @Nullable String constant() {
        return parts.stream().allMatch(Plain.class::isInstance)
                ? parts.stream().map(part -> ((Plain) part).text()).collect(Collectors.joining())
                : null;
    }

    @Override
    public void requireJson() {
        JsonShape.require(parts, quoted);
    }

    /**
     * A place that shows a value; nothing where it is null, JSON where it is an object or a list.
     *
     * @param kind how the value is read, before filters
     * @param path as it was written
     * @param at its first character, from 1
     */
    record Place(Value value, List<Filter> filters, boolean json, ValueKind kind, String path, int at) implements Part {

        /** What is shown. */
        interface Value {
            JsonNode of(EventRow row);
        }

        @Override
        public String render(EventRow row, Escape escape) {
            JsonNode shown = filtered(value.of(row));
            if (json) {
                return Escapes.escapeJson(shown.toString(), escape);
            }
            String text = shown.isNull() ? "" : shown.isContainerNode() ? shown.toString() : shown.asText();
            return Escapes.escape(text, escape);
        }

        private JsonNode filtered(JsonNode shown) {
            for (Filter filter : filters) {
                shown = filter.apply(shown);
            }
            return shown;
        }

        /** How the value is read, after filters. */
        ValueKind shownKind() {
            ValueKind shown = kind;
            for (Filter filter : filters) {
                shown = filter.kind(shown);
            }
            return shown;
        }

        @Override
        public String renderJson(EventRow row, Escape escape) {
            JsonNode found = value.of(row);
            JsonNode shown = filtered(found);
            boolean literal = !json && shown.isTextual() && (found.isNull() || shownKind() == ValueKind.NUMBER);
            return Escapes.escapeJson(
                    literal && JsonShape.isJson(shown.asText()) ? shown.asText() : shown.toString(), escape);
        }
    }
}
