package io.fraiseql.core.scalar;

import java.util.List;

public final class JsonTexts {
    private JsonTexts() {}

    public static String array(List<?> l) {
        return l.toString();
    }
}
