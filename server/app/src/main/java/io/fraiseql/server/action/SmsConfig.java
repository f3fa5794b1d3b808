package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;

/** What the operator says of the action {@code sms}. */
public record SmsConfig(
        @Default("{}") @Help("Twilio, or who speaks its interface")
        Twilio twilio,

        @Default("{}") @Help("Another provider, or a gateway of your own")
        Generic generic) {

    /** {@code observers.actions.sms.twilio}. */
    public record Twilio(
            @Nullable @Help("The SID of the account; without it there is no such provider")
            String account,

            @Nullable @Help("The account's auth token") Secret token,

            @Nullable @Help("The number that messages come from, or the SID of a messaging service")
            String from,

            @Default("https://api.twilio.com") @Help("Where the provider is, without a path")
            String url) {

        public Twilio {
            boolean none = account == null && token == null && from == null;
            if (!none && (account == null || token == null || from == null)) {
                throw new IllegalArgumentException("account, token and from go together; give all or none");
            }
            if (account != null && !account.matches("[A-Za-z0-9]{1,64}")) {
                throw new IllegalArgumentException("account must be letters and digits");
            }
            TargetUrl.of(url);
        }
    }

    /** {@code observers.actions.sms.generic}. */
    public record Generic(
            @Nullable @Help("Where messages are posted as JSON; without it there is no such provider")
            String url,

            @Nullable @Help("The header Authorization, such as Bearer and a token")
            Secret authorization,

            @Nullable @Help("What messages say they come from; the provider's choice when left out")
            String from) {

        public Generic {
            if (url == null && (authorization != null || from != null)) {
                throw new IllegalArgumentException("authorization and from need a url");
            }
            if (url != null) {
                TargetUrl.of(url);
            }
        }
    }
}
