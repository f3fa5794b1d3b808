package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** A service account as Google would have given it, with the other half of its key. */
record TestServiceAccount(KeyPair keys, String tokenUri) {

    private static final String EMAIL = "push@shop-1.iam.gserviceaccount.com";

    static TestServiceAccount make(String tokenUri) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new TestServiceAccount(generator.generateKeyPair(), tokenUri);
    }

    /** The file that the operator has. */
    String json() {
        String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded());
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "service_account")
                .put("project_id", "shop-1")
                .put("private_key_id", "k1")
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n")
                .put("client_email", EMAIL)
                .put("token_uri", tokenUri)
                .toPrettyString();
    }

    /** Looks at what asks for a token as Google does. */
    void isSigned(String jwt) throws GeneralSecurityException, IOException {
        String[] parts = jwt.split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        ObjectMapper mapper = new ObjectMapper();
        JsonNode header = mapper.readTree(Base64.getUrlDecoder().decode(parts[0]));
        assertThat(header).isEqualTo(mapper.readTree("{\"alg\": \"RS256\", \"typ\": \"JWT\", \"kid\": \"k1\"}"));
        JsonNode claims = mapper.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("iss").asText()).isEqualTo(EMAIL);
        assertThat(claims.path("aud").asText()).isEqualTo(tokenUri);
        assertThat(claims.path("scope").asText()).isEqualTo("https://www.googleapis.com/auth/firebase.messaging");
        long issued = claims.path("iat").asLong();
        assertThat(Instant.ofEpochSecond(issued))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        assertThat(claims.path("exp").asLong()).isEqualTo(issued + 3600);
    }
}
