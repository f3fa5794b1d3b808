package io.fraiseql.spi.action;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;

/** A text of a rule with places for values of the event. Made by the host, which has checked that the places name fields; thread-safe. */
public interface Template {

    /**
     * The text with the values of an event, each escaped for where it stands.
     *
     * @throws ActionFailedException permanent, when the event lacks what a place names
     */
    String render(Event event, Escape escape);

    /**
     * The text where it has no places, so that it is the same for every event and can be looked at before there is one: in the compact constructor
     * of the parameters, or in {@link Action#check}.
     *
     * @return null where it has places, as by default
     */
    default @Nullable String constant() {
        return null;
    }

    /**
     * Looks whether the text is JSON for every event, as far as can be told before there is one: for parameters that are rendered with
     * {@link Escape#JSON_DOCUMENT} or {@link Escape#SLACK_JSON}. By default nothing is looked at.
     *
     * @throws IllegalArgumentException saying where it is not
     */
    default void requireJson() {}

    /** How values are written into the text. */
    enum Escape {
        /** As they are. */
        NONE,
        /** For the inside of a JSON string. */
        JSON,
        /** For a text that is JSON as a whole: in quotes for the inside of a JSON string, elsewhere as a JSON value. */
        JSON_DOCUMENT,
        /** For a part of a URL. */
        URL,
        /** For HTML text and attribute values in quotes. */
        HTML,
        /** For a glob pattern of Redis: as text that is no wildcard. */
        GLOB,
        /** For a message to Slack: as text that is no mention and no link. */
        SLACK,
        /** The same for a text that is JSON as a whole. */
        SLACK_JSON
    }
}
