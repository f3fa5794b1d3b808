package io.fraiseql.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The "did you mean" of an unknown word. */
final class Suggestion {

    private Suggestion() {}

    /** A half sentence: the nearest known word, or all of them when none is near. */
    static String among(Collection<String> known, String word) {
        int limit = Math.max(2, word.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(bare(candidate), bare(word))))
                .filter(candidate -> distance(bare(candidate), bare(word)) <= limit)
                .map(candidate -> "did you mean '" + candidate + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "nothing is allowed here"
                        : "known are "
                                + String.join(", ", known.stream().sorted().toList()));
    }

    private static String bare(String word) {
        return word.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
