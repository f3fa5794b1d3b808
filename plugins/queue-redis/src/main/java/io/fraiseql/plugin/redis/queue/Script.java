package io.fraiseql.plugin.redis.queue;

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
record Script(String text, String digest) {

    static final Script ADD = of("add");
    static final Script CLAIM = of("claim");
    static final Script EXTEND = of("extend");
    static final Script FINISH = of("finish");
    static final Script BROWSE = of("browse");
    static final Script FIND = of("find");
    static final Script FIGURES = of("figures");

    private static Script of(String name) {
        String text = read("common") + read(name);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Script(text, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
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
