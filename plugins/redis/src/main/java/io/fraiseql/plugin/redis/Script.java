package io.fraiseql.plugin.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A script that Redis runs as one step. Immutable. */
public record Script(String text, String digest) {

    /**
     * One whose parts are resources {@code /lua/<name>.lua}.
     *
     * @param owner whose resources they are
     */
    public static Script of(Class<?> owner, String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(read(owner, name));
        }
        return new Script(text.toString(), digest(text.toString()));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream("/lua/" + name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("there is no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it; a Redis that has been started since does not know it yet. */
    Object run(UnifiedJedis redis, String prefix, List<String> arguments) {
        try {
            return redis.evalsha(digest, List.of(prefix), arguments);
        } catch (JedisNoScriptException e) {
            return redis.eval(text, List.of(prefix), arguments);
        }
    }
}
