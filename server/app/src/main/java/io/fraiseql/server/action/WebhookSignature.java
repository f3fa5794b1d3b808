package io.fraiseql.server.action;

import io.fraiseql.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says: HMAC-SHA256 over id, time and body. */
final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    private WebhookSignature() {}

    /**
     * The bytes of a secret.
     *
     * @throws IllegalArgumentException when it is none; the message does not show it
     */
    static byte[] key(String secret) {
        try {
            byte[] key =
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            if (key.length >= SHORTEST) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a signing secret must be whsec_ and base64", e);
        }
        throw new IllegalArgumentException("a signing secret must have at least " + SHORTEST + " bytes");
    }

    /** The value of the header {@code webhook-signature}: one signature for each secret. */
    static String header(List<Secret> secrets, String id, long seconds, byte[] body) {
        return secrets.stream()
                .map(secret ->
                        "v1," + Base64.getEncoder().encodeToString(sign(key(secret.reveal()), id, seconds, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] sign(byte[] key, String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
