package io.fraiseql.server.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.action.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Sends through Twilio's messages API, version 2010-04-01: a form with basic authentication. */
final class TwilioSms implements SmsProvider {

    private static final String SERVICE_PREFIX = "MG";

    private final SmsConfig.Twilio config;
    private final URI target;
    private final OutgoingHttp http;
    private final Clock clock;

    TwilioSms(SmsConfig.Twilio config, OutgoingHttp http, Clock clock) {
        this.config = config;
        this.target = TargetUrl.of(TargetUrl.origin(TargetUrl.of(config.url())) + "/2010-04-01/Accounts/"
                + config.account() + "/Messages.json");
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String origin() {
        return TargetUrl.origin(target);
    }

    @Override
    public void send(String to, String message, Delivery delivery) {
        String from = Objects.requireNonNull(config.from());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", to);
        form.put(from.startsWith(SERVICE_PREFIX) ? "MessagingServiceSid" : "From", from);
        form.put("Body", message);
        Reply reply = http.send(
                "POST",
                target,
                Map.of("Authorization", basic()),
                FormBody.TYPE,
                FormBody.of(form),
                Reply.Content.ERRORS,
                delivery);
        AnswerRule.require(reply, detail(reply), clock);
    }

    private String basic() {
        String token = Objects.requireNonNull(config.token()).reveal();
        byte[] bytes = (config.account() + ":" + token).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    /** Twilio's own number of what is wrong, which its manual explains. */
    private static String detail(Reply reply) {
        JsonNode code = reply.json().path("code");
        return code.isInt() ? " and Twilio's code " + code.intValue() : "";
    }
}
