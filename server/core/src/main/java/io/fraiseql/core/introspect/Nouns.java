package io.fraiseql.core.introspect;

import io.fraiseql.spi.Nullable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The singular and plural of English nouns in lower case. What is in no list follows the rules of spelling. */
final class Nouns {

    private static final Set<String> INVARIABLE = words(
            "series species news sheep fish deer moose equipment information money rice metadata data media staff feedback"
                    + " software hardware firmware middleware advice furniture knowledge luggage music traffic weather research"
                    + " content audio geography content progress access chess sms dns gps css https http js os aws cms pos"
                    + " analytics statistics logistics physics mathematics politics economics graphics electronics ethics"
                    + " headquarters means offspring aircraft spacecraft");

    private static final Map<String, String> PLURALS = pairs(
            "person people man men woman women child children tooth teeth foot feet goose geese mouse mice louse lice ox oxen"
                    + " index indexes matrix matrices vertex vertices appendix appendices analysis analyses crisis crises"
                    + " basis bases axis axes thesis theses hypothesis hypotheses diagnosis diagnoses synopsis synopses"
                    + " parenthesis parentheses oasis oases emphasis emphases criterion criteria phenomenon phenomena"
                    + " leaf leaves life lives knife knives wife wives half halves shelf shelves wolf wolves calf calves"
                    + " loaf loaves thief thieves self selves elf elves scarf scarves quiz quizzes"
                    + " hero heroes potato potatoes tomato tomatoes echo echoes veto vetoes torpedo torpedoes cargo cargoes"
                    + " volcano volcanoes mosquito mosquitoes stomach stomachs epoch epochs monarch monarchs tech techs"
                    + " menu menus guru gurus"
                    + " status statuses bus buses virus viruses alias aliases atlas atlases campus campuses bonus bonuses"
                    + " census censuses corpus corpora lens lenses gas gases bias biases canvas canvases focus focuses"
                    + " genus genera radius radii stimulus stimuli cactus cacti nucleus nuclei syllabus syllabi"
                    + " consensus consensuses apparatus apparatuses surplus surpluses opus opuses plus pluses minus minuses"
                    + " iris irises chassis chassis pancreas pancreases christmas christmases tennis tennis");

    private static final Map<String, String> SINGULARS = inverted(
            PLURALS,
            pairs("index indices vertex vertexes matrix matrixes"
                    + " appendix appendixes radius radiuses cactus cactuses syllabus syllabuses octopus octopuses"));

    private static final Set<String> ENDING_IN_IE = words(
            "movie cookie calorie zombie rookie selfie genie hoodie brownie"
                    + " pixie cutie lie pie tie die birdie smoothie veggie foodie freebie junkie prairie eerie auntie collie");

    private static final Set<String> ENDING_IN_CHE =
            words("cache ache headache toothache niche avalanche creche moustache quiche brioche psyche cliche");

    private Nouns() {}

    static String plural(String singular) {
        if (INVARIABLE.contains(singular)) {
            return singular;
        }
        String irregular = compound(singular, PLURALS);
        if (irregular != null) {
            return irregular;
        }
        if (endsWith(singular, "s", "x", "ch", "sh")) {
            return singular.endsWith("sis") ? cut(singular, 2) + "es" : singular + "es";
        }
        if (singular.endsWith("z")) {
            return singular + "es";
        }
        return isConsonantAndY(singular) ? cut(singular, 1) + "ies" : singular + "s";
    }

    static String singular(String noun) {
        if (INVARIABLE.contains(noun) || PLURALS.containsKey(noun)) {
            return noun;
        }
        String irregular = compound(noun, SINGULARS);
        if (irregular != null) {
            return irregular;
        }
        if (noun.length() < 3 || !noun.endsWith("s") || endsWith(noun, "ss", "us", "is")) {
            return noun;
        }
        String withoutS = cut(noun, 1);
        if (noun.endsWith("ies")) {
            return ENDING_IN_IE.contains(withoutS) ? withoutS : cut(noun, 3) + "y";
        }
        if (noun.endsWith("ches")) {
            return ENDING_IN_CHE.contains(withoutS) ? withoutS : cut(noun, 2);
        }
        return endsWith(noun, "sses", "shes", "xes", "zzes") ? cut(noun, 2) : withoutS;
    }

    /** The entry of the noun, or of the one it ends with: {@code salesperson} goes as {@code person} does. */
    private static @Nullable String compound(String noun, Map<String, String> forms) {
        String form = forms.get(noun);
        if (form != null) {
            return form;
        }
        for (String tail : Set.of("person", "people", "woman", "women", "child", "children")) {
            String changed = forms.get(tail);
            if (changed != null && noun.endsWith(tail)) {
                return cut(noun, tail.length()) + changed;
            }
        }
        return null;
    }

    private static boolean isConsonantAndY(String noun) {
        return noun.endsWith("y") && noun.length() > 1 && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0;
    }

    private static boolean endsWith(String noun, String... endings) {
        for (String ending : endings) {
            if (noun.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String noun, int letters) {
        return noun.substring(0, noun.length() - letters);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.toLowerCase(Locale.ROOT).split(" ", 0)));
    }

    private static Map<String, String> pairs(String text) {
        String[] words = text.split(" ", 0);
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return Map.copyOf(pairs);
    }

    /** The singulars by the plurals of some pairs, and of others of which each singular has one more plural. */
    private static Map<String, String> inverted(Map<String, String> pairs, Map<String, String> more) {
        Map<String, String> inverted = new HashMap<>();
        pairs.forEach((singular, plural) -> inverted.put(plural, singular));
        more.forEach((singular, plural) -> inverted.put(plural, singular));
        return Map.copyOf(inverted);
    }
}
