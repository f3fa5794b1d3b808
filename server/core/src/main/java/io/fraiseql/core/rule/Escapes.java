package io.fraiseql.core.rule;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.fraiseql.spi.action.Template.Escape;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes values for the place where they stand. */
final class Escapes {

    private Escapes() {}

    static String escape(String text, Escape escape) {
        return switch (escape) {
            case NONE -> text;
            case JSON -> new String(JsonStringEncoder.getInstance().quoteAsString(text));
            case URL -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            case HTML ->
                text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
        };
    }
}
