package io.fraiseql.server.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Access tokens of a service account, each asked for once and kept until it nearly expires. Thread-safe. */
final class AccessTokens {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final PushConfig config;
    private final OutgoingHttp http;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Access current;

    AccessTokens(PushConfig config, OutgoingHttp http, Clock clock) {
        this.config = config;
        this.http = http;
        this.clock = clock;
    }

    /** A token and the project that it is for. */
    record Access(String token, String project, Instant until) {}

    /** The key of the account, as it is now. */
    ServiceAccount account() {
        return ServiceAccount.of(Objects.requireNonNull(config.serviceAccount()).reveal());
    }

    /** One that can be used now; while it is asked for, others wait for it within their own time. */
    Access access(Delivery delivery) {
        Access known = usable();
        if (known != null) {
            return known;
        }
        try {
            if (!lock.tryLock(delivery.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw ActionFailedException.temporary("there was no access token in time", (Throwable) null);
            }
        } catch (InterruptedException e) {
            throw ActionFailedException.temporary("an access token was not waited for any longer", e);
        }
        try {
            known = usable();
            if (known == null) {
                known = ask(delivery);
                current = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Access usable() {
        Access access = current;
        return access != null && clock.instant().isBefore(access.until()) ? access : null;
    }

    /** Says that a token was refused. */
    void refused(Access access) {
        if (access.equals(current)) {
            current = null;
        }
    }

    private Access ask(Delivery delivery) {
        ServiceAccount account = account();
        Instant now = clock.instant();
        byte[] form = FormBody.of(Map.of("grant_type", GRANT, "assertion", account.assertion(now)));
        Reply reply =
                http.send("POST", account.tokenUri(), Map.of(), FormBody.TYPE, form, Reply.Content.SUCCESS, delivery);
        AnswerRule.require(reply, " when it was asked for an access token", clock);
        JsonNode json = reply.json();
        String token = json.path("access_token").asText("");
        if (token.isEmpty()) {
            String why = reply.cut().isEmpty() ? "" : ": " + reply.cut();
            throw ActionFailedException.temporary(reply.host() + " gave no access token" + why, (Throwable) null);
        }
        Instant until = now.plusSeconds(json.path("expires_in").asLong(0)).minus(MARGIN);
        return new Access(token, account.project(), until);
    }
}
