package io.fraiseql.plugin.jdbc.capture;

import java.util.List;

/** How a database writes the few functions that make the texts of an event in a trigger. Arguments and results are SQL. */
public interface TextSql {

    /** Texts, none of them null, one after the other. */
    String concat(List<String> texts);

    /** A condition: whether two texts are the same, character by character. */
    String same(String one, String other);

    /** A text without its first character; an empty one stays as it is. */
    String withoutFirst(String text);

    /** A text without its quotes, which are at its ends alone. */
    String withoutQuotes(String json);
}
