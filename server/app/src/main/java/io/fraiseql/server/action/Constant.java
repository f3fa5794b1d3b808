package io.fraiseql.server.action;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Template;
import java.util.function.Consumer;

/** Looks at parameters that are the same for every event, so that one that can never work is refused with its rule and not after a write. */
final class Constant {

    private Constant() {}

    /**
     * Checks a parameter that has no places.
     *
     * @param check what reads it later too; throws IllegalArgumentException where it cannot be used
     * @throws IllegalArgumentException with the parameter's name before what is wrong
     */
    static void require(String name, @Nullable Template template, Consumer<String> check) {
        String text = template == null ? null : template.constant();
        if (text != null) {
            requireText(name, text, check);
        }
    }

    /** Checks one that is JSON, with or without places. */
    static void requireJson(String name, Template template) {
        try {
            template.requireJson();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** The same for a text that is at hand. */
    static void requireText(String name, String text, Consumer<String> check) {
        try {
            check.accept(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
