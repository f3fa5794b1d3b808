package io.fraiseql.core.rule;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.fraiseql.spi.action.Template.Escape;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes values for the place where they stand. */
final class Escapes {

    private static final Pattern GLOB_SPECIAL = Pattern.compile("[*?\\[\\]^\\\\-]");

    private Escapes() {}

    static String escape(String text, Escape escape) {
        return switch (escape) {
            case NONE -> text;
            case JSON, JSON_DOCUMENT ->
                new String(JsonStringEncoder.getInstance().quoteAsString(text));
            case URL -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            case HTML ->
                text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
            case GLOB -> GLOB_SPECIAL.matcher(text).replaceAll("\\\\$0");
            case SLACK -> slack(text);
            case SLACK_JSON -> escape(slack(text), Escape.JSON);
        };
    }

    /** Whether all of the text is JSON, also what stands outside of its texts. */
    static boolean isDocument(Escape escape) {
        return escape == Escape.JSON_DOCUMENT || escape == Escape.SLACK_JSON;
    }

    /** The three characters that are special to Slack; everything else stands for itself. */
    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes JSON, which is not the inside of a string. */
    static String escapeJson(String json, Escape escape) {
        return switch (escape) {
            case JSON, JSON_DOCUMENT -> json;
            case SLACK_JSON -> slack(json);
            case NONE, URL, HTML, GLOB, SLACK -> escape(json, escape);
        };
    }
}
