package io.fraiseql.core.rule;

import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.rule.TextTemplate.Part;
import io.fraiseql.core.rule.TextTemplate.Place;
import io.fraiseql.core.rule.TextTemplate.Plain;
import io.fraiseql.spi.Nullable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one template. Used once. */
final class TemplateParser {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final Pattern PATH =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)\\s*");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*([a-z]+)\\s*");
    private static final Pattern ARGUMENT = Pattern.compile("\\(\\s*\"([^\"]*+)\"\\s*\\)\\s*");
    private static final int MAX_FILTERS = 16;

    private final String text;
    private final EntityFields fields;
    private final List<Part> parts = new ArrayList<>();

    TemplateParser(String text, EntityFields fields) {
        this.text = text;
        this.fields = fields;
    }

    List<Part> parse() {
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            plain(at, open);
            at = place(open + OPEN.length());
        }
        plain(at, text.length());
        return parts;
    }

    private void plain(int from, int to) {
        if (to > from) {
            parts.add(new Plain(text.substring(from, to)));
        }
    }

    /** Reads a place and returns where the text goes on. */
    private int place(int start) {
        Matcher path = PATH.matcher(text).region(start, text.length());
        if (!path.lookingAt()) {
            throw new RuleSyntaxException(start, "expected the path of a value after {{");
        }
        Source source = source(List.of(path.group(1).split("\\.", -1)), path.start(1));
        List<Filter> filters = new ArrayList<>();
        boolean json = false;
        int at = path.end();
        Matcher filter = FILTER.matcher(text).region(at, text.length());
        while (!json && filter.lookingAt()) {
            Matcher argument = ARGUMENT.matcher(text).region(filter.end(), text.length());
            boolean given = argument.lookingAt();
            json = filter.group(1).equals("json") && !given;
            if (!json) {
                filters.add(filter(filter.group(1), given ? argument.group(1) : null, filter.start(1)));
            }
            if (filters.size() > MAX_FILTERS) {
                throw new RuleSyntaxException(filter.start(), "a place may have " + MAX_FILTERS + " filters");
            }
            at = given ? argument.end() : filter.end();
            filter.region(at, text.length());
        }
        if (!text.startsWith(CLOSE, at)) {
            throw new RuleSyntaxException(
                    at, json ? "expected }} after `json`, which comes last" : "expected | and a filter, or }}");
        }
        parts.add(new Place(source.value(), filters, json, source.kind(), path.group(1), path.start(1) + 1));
        return at + CLOSE.length();
    }

    /** A value with how it is read. */
    private record Source(Place.Value value, ValueKind kind) {}

    private Source source(List<String> keys, int at) {
        if (!keys.get(0).equals(EventFacts.ROOT)) {
            Path found = fields.path(keys, at, true);
            return new Source(found::value, found.keys().size() > 1 ? ValueKind.JSON : found.kind());
        }
        if (keys.size() != 2) {
            throw new RuleSyntaxException(at, "say what of the event: `event.id`, `event.type` …");
        }
        return new Source(EventFacts.of(keys.get(1), at), EventFacts.kind(keys.get(1)));
    }

    private static Filter filter(String name, @Nullable String argument, int at) {
        if (!Filter.NAMES.contains(name)) {
            String nearest = Nearest.to(name, Filter.NAMES);
            throw new RuleSyntaxException(
                    at,
                    "there is no filter `" + name + "`"
                            + (nearest == null
                                    ? "; there are " + String.join(", ", Filter.NAMES)
                                    : "; did you mean `" + nearest + "`?"));
        }
        try {
            return Filter.of(name, argument);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RuleSyntaxException(at, String.valueOf(e.getMessage()));
        }
    }
}
