package io.fraiseql.server.action;

import io.fraiseql.server.action.SmsParameters.Provider;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sends a text message through the provider that the rule names, or the only one there is. */
final class SmsAction implements Action<SmsParameters> {

    /** As E.164 writes numbers. */
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private final Map<Provider, SmsProvider> providers;

    SmsAction(Map<Provider, SmsProvider> providers) {
        this.providers = Map.copyOf(providers);
    }

    @Override
    public void check(SmsParameters parameters) {
        provider(parameters);
    }

    private SmsProvider provider(SmsParameters parameters) {
        if (providers.isEmpty()) {
            throw new IllegalArgumentException(
                    "sms needs observers.actions.sms.twilio or observers.actions.sms.generic in the configuration");
        }
        if (parameters.provider() == null) {
            if (providers.size() > 1) {
                throw new IllegalArgumentException("two providers are configured: say provider twilio or generic");
            }
            return providers.values().iterator().next();
        }
        SmsProvider provider = providers.get(parameters.provider());
        if (provider == null) {
            throw new IllegalArgumentException("the provider needs observers.actions.sms."
                    + parameters.provider().name().toLowerCase(Locale.ROOT) + " in the configuration");
        }
        return provider;
    }

    @Override
    public String endpoint(SmsParameters parameters, Event event) {
        return provider(parameters).origin();
    }

    @Override
    public void run(SmsParameters parameters, Delivery delivery) {
        String to = parameters.to().render(delivery.event(), Escape.NONE).replaceAll("[ ().-]", "");
        if (!NUMBER.matcher(to).matches()) {
            throw ActionFailedException.permanent("'" + OneLine.of(to) + "' is no number such as +4915112345678", null);
        }
        provider(parameters).send(to, parameters.message().render(delivery.event(), Escape.NONE), delivery);
    }
}
