package io.fraiseql.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.action.Template;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Binds the parameters of a rule's action to its record, whose components are written in snake_case. */
public final class ParameterBinder {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final References references;
    private final Function<String, Template> templates;

    /** @param templates reads a template, or throws a {@link io.fraiseql.core.rule.RuleSyntaxException} */
    public ParameterBinder(References references, Function<String, Template> templates) {
        this.references = references;
        this.templates = templates;
    }

    /**
     * The record, or nothing when there are problems.
     *
     * @param pointer where the parameters stand
     */
    public <P extends Record> Optional<P> bind(Class<P> type, JsonNode parameters, String pointer, Problems problems) {
        ConfigProblems found = new ConfigProblems();
        ConfigBinder binder =
                new ConfigBinder(new ScalarBinder(references, found, templates), ParameterBinder::snakeCase, found);
        Optional<P> bound = binder.bind(type, ConfigTree.config(parameters, pointer), "");
        found.list().forEach(line -> problems.add(place(pointer, line.path()), line.message()));
        return bound;
    }

    private static String place(String pointer, String path) {
        return path.isEmpty() ? pointer : pointer + "/" + path.replace("]", "").replaceAll("[.\\[]", "/");
    }

    private static String snakeCase(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
