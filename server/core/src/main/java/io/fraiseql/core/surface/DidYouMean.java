package io.fraiseql.core.surface;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that someone may have meant. */
final class DidYouMean {

    private static final int MAX_NAMES = 3;
    private static final int MAX_LENGTH = 60;

    private DidYouMean() {}

    /** A sentence to append, beginning with a space; empty when no name is near. */
    static String suggest(String wrong, Collection<String> names) {
        if (wrong.length() > MAX_LENGTH) {
            return "";
        }
        int furthest = Math.max(1, wrong.length() * 2 / 5);
        List<Near> near = names.stream()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= furthest)
                .map(name -> new Near(name, distance(lower(wrong), lower(name))))
                .filter(candidate -> candidate.distance <= furthest)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MAX_NAMES)
                .toList();
        return near.isEmpty()
                ? ""
                : near.stream()
                        .map(candidate -> "\"" + candidate.name + "\"")
                        .collect(Collectors.joining(" or ", " Did you mean ", "?"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substitution = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }

    private record Near(String name, int distance) {}
}
