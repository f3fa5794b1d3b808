package io.fraiseql.server.action;

import io.fraiseql.server.action.SmsParameters.Provider;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;
import java.util.EnumMap;
import java.util.Map;

/** The action {@code sms}: a text message through a provider. */
public final class SmsActionFactory implements ActionFactory<SmsConfig, SmsParameters> {

    /** The name that rules write. */
    public static final String NAME = "sms";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<SmsConfig> configType() {
        return SmsConfig.class;
    }

    @Override
    public Class<SmsParameters> parametersType() {
        return SmsParameters.class;
    }

    @Override
    public Action<SmsParameters> create(SmsConfig config, PluginContext context) {
        OutgoingHttp http = OutgoingHttp.trusting(NAME);
        Map<Provider, SmsProvider> providers = new EnumMap<>(Provider.class);
        if (config.twilio().account() != null) {
            providers.put(Provider.TWILIO, new TwilioSms(config.twilio(), http, context.clock()));
        }
        if (config.generic().url() != null) {
            providers.put(Provider.GENERIC, new GenericSms(config.generic(), http, context.clock()));
        }
        return new SmsAction(providers);
    }
}
