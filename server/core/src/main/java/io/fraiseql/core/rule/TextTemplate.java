package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.event.Event;
import java.util.List;
import java.util.stream.Collectors;

/** A text with places {@code {{ path | filter }}}; docs/observers.md has the syntax. Immutable. */
public final class TextTemplate implements Template {

    /** The longest text. */
    public static final int MAX_CHARACTERS = 65_536;

    private final List<Part> parts;

    TextTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A piece of text or a place. */
    interface Part {
        String render(EventRow row, Escape escape);
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
            parts.forEach(part -> text.append(part.render(row, escape)));
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

    /** A place that shows a value; nothing where it is null, JSON where it is an object or a list. */
    record Place(Value value, List<Filter> filters, boolean json) implements Part {

        /** What is shown. */
        interface Value {
            JsonNode of(EventRow row);
        }

        @Override
        public String render(EventRow row, Escape escape) {
            JsonNode shown = value.of(row);
            for (Filter filter : filters) {
                shown = filter.apply(shown);
            }
            if (json) {
                return Escapes.escapeJson(shown.toString(), escape);
            }
            String text = shown.isNull() ? "" : shown.isContainerNode() ? shown.toString() : shown.asText();
            return Escapes.escape(text, escape);
        }
    }
}
