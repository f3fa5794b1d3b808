package io.fraiseql.server.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The key of a service account of Google, as its JSON file has it. Immutable. */
record ServiceAccount(String project, String email, String keyId, PrivateKey key, URI tokenUri) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** @throws IllegalArgumentException when the text is none; the message does not show it */
    static ServiceAccount of(String json) {
        JsonNode node = parse(json);
        String project = text(node, "project_id");
        if (!project.matches("[A-Za-z0-9:._-]{1,100}")) {
            throw new IllegalArgumentException("the service account's project_id is none");
        }
        return new ServiceAccount(
                project,
                text(node, "client_email"),
                text(node, "private_key_id"),
                key(text(node, "private_key")),
                TargetUrl.of(text(node, "token_uri")));
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            // The exception would show a part of the key.
            throw new IllegalArgumentException("the service account is no JSON");
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("the service account has no " + name);
        }
        return value.textValue();
    }

    private static PrivateKey key(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the service account's private_key is no RSA key in PEM (PKCS #8)");
        }
    }

    /** What it asks for an access token with: a signed JWT (RFC 7523). */
    String assertion(Instant now) {
        ObjectNode header =
                NODES.objectNode().put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
        ObjectNode claims = NODES.objectNode()
                .put("iss", email)
                .put("scope", SCOPE)
                .put("aud", tokenUri.toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond());
        String signed = part(header) + "." + part(claims);
        return signed + "." + base64(sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(ObjectNode node) {
        return base64(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }
}
