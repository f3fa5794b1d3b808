package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.demo.DemoErrorCode;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md names every code with its type, and no other. */
class ErrorsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([A-Z_]+) \\|");

    @Test
    void namesEveryCodeWithItsType() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(Path.of("..", "..", "docs", "errors.md")));
        TreeSet<String> written = new TreeSet<>();
        while (rows.find()) {
            assertThat(written.add(rows.group(1) + " " + rows.group(2)))
                    .as(rows.group())
                    .isTrue();
        }
        TreeSet<String> known = Stream.<ErrorCode[]>of(
                        CoreErrorCode.values(),
                        DatabaseErrorCode.values(),
                        HttpErrorCode.values(),
                        DemoErrorCode.values())
                .flatMap(Stream::of)
                .map(code -> code.name() + " " + code.type())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).isEqualTo(known);
    }
}
