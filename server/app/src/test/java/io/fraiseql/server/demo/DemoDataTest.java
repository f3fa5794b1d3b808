package io.fraiseql.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    @Test
    void rowsAreTheSameOnEveryMachineAndJdk() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (DemoTable table : DemoData.tables()) {
            digest.update(table.name().getBytes(StandardCharsets.UTF_8));
            table.stream().forEach(row -> digest.update(text(row).getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(String.format("%064x", new BigInteger(1, digest.digest())))
                .isEqualTo("2a9076a0abc4fb363ca82794eb792c24f7efb7791bef5090318a033537623b04");
    }

    @Test
    void aRowDependsOnItsNumberAlone() {
        for (DemoTable table : DemoData.tables()) {
            int row = table.rows() / 2;
            assertThat(text(table.row().apply(row)))
                    .isEqualTo(text(table.row().apply(row)))
                    .isNotEqualTo(text(table.row().apply(row + 1)));
        }
    }

    @Test
    void holdsWhatTheDocumentationSays() {
        assertThat(DemoData.tables()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(DemoData.tables().stream().mapToInt(DemoTable::rows).sum()).isBetween(50_000, 60_000);
    }

    private static String text(Object[] row) {
        return Arrays.stream(row)
                .map(value ->
                        value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value)
                .toList()
                .toString();
    }
}
