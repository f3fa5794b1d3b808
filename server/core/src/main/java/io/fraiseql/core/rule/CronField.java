package io.fraiseql.core.rule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One of the five parts of a {@link CronExpression}: the numbers that it allows. */
record CronField(BitSet values, boolean any) {

    /**
     * Reads {@code *}, numbers, names, ranges and steps, with commas between them.
     *
     * @param names of the numbers from {@code least} on, in capitals; may be empty
     * @throws IllegalArgumentException when it is none of these
     */
    static CronField parse(String text, String what, int least, int most, List<String> names) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            String[] step = part.split("/", -1);
            int width = step.length == 1 ? 1 : step.length == 2 ? number(step[1], what, 1, most, List.of()) : -1;
            if (width < 0) {
                throw wrong(part, what, least, most);
            }
            int[] range = range(step[0], what, least, most, names, step.length > 1);
            for (int value = range[0]; value <= range[1]; value += width) {
                values.set(value);
            }
        }
        return new CronField(values, text.startsWith("*"));
    }

    private static int[] range(String text, String what, int least, int most, List<String> names, boolean open) {
        if (text.equals("*")) {
            return new int[] {least, most};
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            int value = number(text, what, least, most, names);
            return new int[] {value, open ? most : value};
        }
        int from = number(text.substring(0, dash), what, least, most, names);
        int to = number(text.substring(dash + 1), what, least, most, names);
        if (from > to) {
            throw new IllegalArgumentException("the " + what + " `" + text + "` ends before it begins");
        }
        return new int[] {from, to};
    }

    private static int number(String text, String what, int least, int most, List<String> names) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return named + least;
        }
        int value = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw wrong(text, what, least, most);
        }
        return value;
    }

    private static IllegalArgumentException wrong(String text, String what, int least, int most) {
        return new IllegalArgumentException("the " + what + " `" + text + "` is no number from " + least + " to " + most
                + ", nor a range, a step or a list of these");
    }

    boolean has(int value) {
        return values.get(value);
    }
}
