package io.fraiseql.core.introspect;

import io.fraiseql.core.schema.Names;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a database's name, in lower case: {@code OrderDetails}, {@code order_details} and {@code ORDER-DETAILS} have the same. */
record Words(List<String> words) {

    private static final Pattern BORDER =
            Pattern.compile("[^\\p{Alnum}]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    static Words of(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        List<String> words = new ArrayList<>();
        for (String word : BORDER.split(plain, 0)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return new Words(List.copyOf(words));
    }

    /** {@code orderDetails}; a leading digit gets {@code _} in front. */
    String camelCase() {
        return Names.lowerFirst(pascalCase());
    }

    /** {@code OrderDetails}; a leading digit gets {@code _} in front. */
    String pascalCase() {
        StringBuilder name = new StringBuilder();
        words.forEach(word -> name.append(Names.upperFirst(word)));
        return name.length() > 0 && Character.isDigit(name.charAt(0)) ? "_" + name : name.toString();
    }

    /** With the last word in the singular. */
    Words singular() {
        return withLast(Nouns.singular(last()));
    }

    /** With the last word, a singular, in the plural. */
    Words plural() {
        return withLast(Nouns.plural(last()));
    }

    /** Without a last word {@code id} that has others before it. */
    Words withoutId() {
        return words.size() > 1 && last().equals("id") ? new Words(words.subList(0, words.size() - 1)) : this;
    }

    private String last() {
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private Words withLast(String word) {
        if (words.isEmpty()) {
            return this;
        }
        List<String> changed = new ArrayList<>(words);
        changed.set(words.size() - 1, word);
        return new Words(List.copyOf(changed));
    }
}
