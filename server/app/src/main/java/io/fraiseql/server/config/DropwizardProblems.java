package io.fraiseql.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Notes what Jackson would stop at, and lets it go on, so that Dropwizard's sections report all their problems too. */
final class DropwizardProblems extends DeserializationProblemHandler {

    private final Places places;
    private final ConfigProblems problems;

    DropwizardProblems(ConfigNode root, ConfigProblems problems) {
        this.places = new Places(root);
        this.problems = problems;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName)
            throws IOException {
        Collection<Object> known = deserializer == null ? null : deserializer.getKnownPropertyNames();
        List<String> names =
                known == null ? List.of() : known.stream().map(String::valueOf).toList();
        note(parser, "is not a known key; " + Suggestion.among(names, propertyName));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String failure) {
        return wrongValue(context.getParser(), type);
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String failure) {
        return wrongValue(context.getParser(), type);
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable cause) {
        return wrongValue(context.getParser(), type);
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        wrongValue(parser, type.getRawClass());
        parser.skipChildren();
        return null;
    }

    @Override
    public JavaType handleUnknownTypeId(
            DeserializationContext context, JavaType base, String id, TypeIdResolver resolver, String failure) {
        note(
                context.getParser(),
                "has no type '" + id + "' that this server knows; " + resolver.getDescForKnownTypeIds());
        return context.constructType(Void.class);
    }

    @Override
    public JavaType handleMissingTypeId(
            DeserializationContext context, JavaType base, TypeIdResolver resolver, String failure) {
        note(context.getParser(), "needs a 'type'; " + resolver.getDescForKnownTypeIds());
        return context.constructType(Void.class);
    }

    private @Nullable Object wrongValue(JsonParser parser, Class<?> type) {
        ConfigNode node = places.at(path(parser));
        note(
                parser,
                "must be " + expected(type) + ", not "
                        + (node.kind() == ConfigNode.Kind.SCALAR ? "'" + node.text() + "'" : node.describe()));
        return null;
    }

    private void note(JsonParser parser, String message) {
        String path = path(parser);
        problems.add(path, places.at(path).place(), message);
    }

    private static String expected(Class<?> type) {
        return ScalarBinder.binds(type) ? ScalarBinder.expected(type) : "a " + type.getSimpleName();
    }

    private static String path(JsonParser parser) {
        JsonStreamContext context = parser.getParsingContext();
        return Places.dotted(context == null ? JsonPointer.empty() : context.pathAsPointer());
    }
}
