package io.fraiseql.server.action;

import io.fraiseql.server.action.SmsParameters.Provider;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import java.util.Locale;
import java.util.Map;

/** Sends a text message through the provider that the rule names, or the only one there is. */
final class SmsAction implements Action<SmsParameters> {

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
        String to = number(parameters.to().render(delivery.event(), Escape.NONE));
        provider(parameters).send(to, parameters.message().render(delivery.event(), Escape.NONE), delivery);
    }

    private static String number(String text) {
        try {
            return PhoneNumber.of(text);
        } catch (IllegalArgumentException e) {
            throw ActionFailedException.permanent(String.valueOf(e.getMessage()), e);
        }
    }
}
