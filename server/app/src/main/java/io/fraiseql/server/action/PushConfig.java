package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;

/** What the operator says of the action {@code push}. */
public record PushConfig(
        @Nullable
        @Help("The service account's key as JSON, best as ${file:/path}; without it there are no push messages")
        Secret serviceAccount,

        @Default("https://fcm.googleapis.com") @Help("Where Firebase Cloud Messaging is, without a path")
        String url) {

    public PushConfig {
        TargetUrl.of(url);
    }
}
