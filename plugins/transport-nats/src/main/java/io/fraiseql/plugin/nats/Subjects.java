package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The subjects of events: {@code prefix.organisation.entity.type.pNN}. */
final class Subjects {

    private static final String NOBODY = "-";
    /** NATS bounds a subject, and what others write into the log may have names of any length. */
    private static final int LONGEST = 128;

    private Subjects() {}

    static String of(String prefix, Event event, int partitions) {
        // The hash of a text is specified, so that every process finds the same partition.
        int hash = (event.entityType() + "\n" + event.entityId()).hashCode();
        return String.join(
                ".",
                prefix,
                token(event.orgId()),
                token(event.entityType()),
                event.type().name().toLowerCase(Locale.ROOT),
                partition(Math.floorMod(hash, partitions)));
    }

    static String partition(int number) {
        return "p%02d".formatted(number);
    }

    /** Letters, digits, '_' and '-' as they are, other bytes of UTF-8 as %XX; of what is too long, ~ and the SHA-256 of the text. */
    private static String token(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NOBODY;
        }
        StringBuilder token = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || letter == '_' || letter == '-');
            token.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return token.length() <= LONGEST ? token.toString() : "~" + hash(text);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
