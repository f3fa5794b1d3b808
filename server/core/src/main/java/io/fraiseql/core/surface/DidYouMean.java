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

    /** Levenshtein's distance, with two swapped neighbours as one step. */
    private static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int cheapest(int[][] steps, String left, String right, int i, int j) {
        char last = left.charAt(i - 1);
        int cheapest = steps[i - 1][j - 1] + (last == right.charAt(j - 1) ? 0 : 1);
        cheapest = Math.min(cheapest, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && last == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(cheapest, steps[i - 2][j - 2] + 1) : cheapest;
    }

    private record Near(String name, int distance) {}
}
