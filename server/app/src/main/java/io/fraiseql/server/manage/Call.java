package io.fraiseql.server.manage;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request to manage something.
 *
 * @param path what follows the name of the resource
 * @param parameters of the URL, each once
 * @param body the text that was sent; empty for none
 * @param by the caller
 */
record Call(String method, List<String> path, Map<String, String> parameters, String body, String by) {

    Call {
        path = List.copyOf(path);
        parameters = Map.copyOf(parameters);
    }

    /** The method with the number of names in the path behind it, such as {@code GET 1}, and the last one when there are two. */
    String shape() {
        return method + " " + path.size() + (path.size() == 2 ? " " + path.get(1) : "");
    }

    /** Makes sure that nothing else was sent. */
    Call allowing(String... known) {
        for (String name : parameters.keySet()) {
            if (!Set.of(known).contains(name)) {
                throw bad("the parameter `" + name + "` is not known here; "
                        + (known.length == 0 ? "there are none" : "there are " + String.join(", ", known)));
            }
        }
        return this;
    }

    @Nullable
    String text(String parameter) {
        return parameters.get(parameter);
    }

    /** A whole number from 1 that must be there. */
    long number(String parameter) {
        String text = parameters.get(parameter);
        if (text == null || !text.matches("[1-9][0-9]{0,17}")) {
            throw bad("say ?" + parameter + "= with a whole number from 1");
        }
        return Long.parseLong(text);
    }

    /** The same with a default. */
    long number(String parameter, long otherwise) {
        return parameters.containsKey(parameter) ? number(parameter) : otherwise;
    }

    /** Whether something was said to be so. */
    boolean flag(String parameter) {
        String text = parameters.getOrDefault(parameter, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw bad(parameter + " is true or false");
        }
        return text.equals("true");
    }

    static FraiseqlException bad(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
