package io.fraiseql.core.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of LIKE: {@code %} stands for any characters, {@code _} for one, a backslash takes the meaning of the next. Its time grows with
 * the lengths of text and pattern alone.
 */
public final class Wildcards {

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final List<Integer> pattern;

    private Wildcards(List<Integer> pattern) {
        this.pattern = pattern;
    }

    /** The pattern that a text is. */
    public static Wildcards of(String text) {
        List<Integer> pattern = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean escaped = points[i] == '\\' && i + 1 < points.length;
            int point = escaped ? points[++i] : points[i];
            pattern.add(!escaped && point == '%' ? ANY : !escaped && point == '_' ? ONE : point);
        }
        return new Wildcards(pattern);
    }

    /** Whether a text is as the pattern says: goes back to the last {@link #ANY} alone, which takes one more character then. */
    public boolean match(String text) {
        int[] points = text.codePoints().toArray();
        int at = 0;
        int part = 0;
        int resume = -1;
        int taken = 0;
        while (at < points.length) {
            int wanted = part < pattern.size() ? pattern.get(part) : Integer.MIN_VALUE;
            if (wanted == ANY) {
                resume = ++part;
                taken = at;
            } else if (wanted == ONE || wanted == points[at]) {
                at++;
                part++;
            } else if (resume >= 0) {
                part = resume;
                at = ++taken;
            } else {
                return false;
            }
        }
        while (part < pattern.size() && pattern.get(part) == ANY) {
            part++;
        }
        return part == pattern.size();
    }
}
