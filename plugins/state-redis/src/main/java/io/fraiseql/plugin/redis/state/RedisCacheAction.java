package io.fraiseql.plugin.redis.state;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Deletes keys of a Redis in which others keep what they have cached. Thread-safe. */
final class RedisCacheAction implements Action<RedisCacheParameters> {

    /** Keys that one step of a search looks at. */
    private static final int STEP = 1000;

    private final String url;
    private final UnifiedJedis redis;

    RedisCacheAction(RedisCacheConfig config) {
        this.url = config.url();
        this.redis = config.address().client();
    }

    @Override
    public String endpoint(RedisCacheParameters parameters, Event event) {
        return url;
    }

    @Override
    public String ping() {
        try {
            redis.ping();
            return url;
        } catch (JedisException e) {
            throw ActionFailedException.temporary("the Redis at " + url + " does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void run(RedisCacheParameters parameters, Delivery delivery) {
        Event event = delivery.event();
        try {
            delete(parameters.keys().stream()
                    .map(key -> key.render(event, Escape.NONE))
                    .toList());
            for (Template pattern : parameters.patterns()) {
                deleteAll(pattern.render(event, Escape.GLOB), delivery);
            }
        } catch (JedisAccessControlException e) {
            throw ActionFailedException.permanent("the Redis at " + url + " refuses: " + e.getMessage(), e);
        } catch (JedisException e) {
            throw ActionFailedException.temporary(
                    "the Redis at " + url + " does not delete keys: " + e.getMessage(), e);
        }
    }

    private void deleteAll(String pattern, Delivery delivery) {
        ScanParams matching = new ScanParams().match(pattern).count(STEP);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            if (delivery.remainingNanos() < 0) {
                throw ActionFailedException.temporary(
                        "there was no time to look at all keys of " + url, (Throwable) null);
            }
            ScanResult<String> found = redis.scan(cursor, matching);
            delete(found.getResult());
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    private void delete(List<String> keys) {
        if (!keys.isEmpty()) {
            redis.unlink(keys.toArray(String[]::new));
        }
    }
}
