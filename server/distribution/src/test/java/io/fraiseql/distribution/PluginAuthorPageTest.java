package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PluginAuthorPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern QUOTE =
            Pattern.compile("<!-- quoted from (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void quotesTheExampleAsItIs() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/plugin-author.md"));
        List<MatchResult> quotes = QUOTE.matcher(page).results().toList();

        assertThat(quotes).hasSizeGreaterThan(3).hasSize(page.split("```java", -1).length - 1);
        for (MatchResult quote : quotes) {
            assertThat(Files.readString(ROOT.resolve(quote.group(1)))).contains(quote.group(2));
        }
    }
}
