package io.fraiseql.plugin.sqlite.introspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a stored CREATE TABLE what no pragma tells: the collation of a column. */
final class CreateStatement {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*|/\\*.*?\\*/"
                    + "|(?<quoted>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|'(?:[^']|'')*')|\\[(?<bracketed>[^\\]]*)\\]"
                    + "|(?<word>[\\p{L}\\p{N}_$]+)|(?<sign>.)",
            Pattern.DOTALL);

    private CreateStatement() {}

    /** The collations that are not {@code BINARY}, by the column's name in lower case. */
    static Map<String, String> collations(String sql) {
        Map<String, String> collations = new HashMap<>();
        for (List<String> definition : definitions(sql)) {
            for (int i = 1; i + 1 < definition.size(); i++) {
                if (definition.get(i).equalsIgnoreCase("COLLATE")) {
                    String collation = definition.get(i + 1);
                    if (!collation.equalsIgnoreCase("BINARY")) {
                        collations.put(definition.get(0).toLowerCase(Locale.ROOT), collation);
                    }
                }
            }
        }
        return collations;
    }

    /** The words of each part between the outer parentheses, without what stands in inner ones. */
    private static List<List<String>> definitions(String sql) {
        List<List<String>> definitions = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int depth = 0;
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            String sign = token.group("sign");
            if ("(".equals(sign) && ++depth == 1) {
                words.clear();
            } else if (")".equals(sign) || (",".equals(sign) && depth == 1)) {
                depth -= ")".equals(sign) ? 1 : 0;
                if (depth == 0 || ",".equals(sign)) {
                    definitions.add(List.copyOf(words));
                    words.clear();
                }
            } else if (sign == null && depth == 1) {
                addWord(token, words);
            }
        }
        return definitions;
    }

    private static void addWord(Matcher token, List<String> words) {
        String quoted = token.group("quoted");
        if (quoted != null) {
            String quote = quoted.substring(0, 1);
            words.add(quoted.substring(1, quoted.length() - 1).replace(quote + quote, quote));
        } else if (token.group("bracketed") != null) {
            words.add(token.group("bracketed"));
        } else if (token.group("word") != null) {
            words.add(token.group("word"));
        }
    }
}
