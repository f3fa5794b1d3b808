package io.fraiseql.distribution.crash;

import java.util.ArrayList;
import java.util.List;

/** What is not as it must be. */
public final class Findings {

    private static final int SHOWN = 20;

    private final List<String> list = new ArrayList<>();

    void add(String text, Object... values) {
        list.add(text.formatted(values));
    }

    void require(boolean condition, String text, Object... values) {
        if (!condition) {
            add(text, values);
        }
    }

    List<String> list() {
        return List.copyOf(list);
    }

    @Override
    public String toString() {
        String first = String.join("\n", list.subList(0, Math.min(SHOWN, list.size())));
        return list.size() > SHOWN ? first + "\n… and " + (list.size() - SHOWN) + " more" : first;
    }
}
