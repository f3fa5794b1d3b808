package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.action.Template;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a rule says of a webhook. */
public record WebhookParameters(
        @Help("Where it is sent") Template url,
        @Default("post") @Help("How it is sent") Method method,

        @Default("{}") @Help("Headers besides those that every webhook has")
        Map<String, Template> headers,

        @Nullable @Help("What is sent; the event as JSON when left out")
        Template bodyTemplate,

        @Nullable @Help("The secret that it is signed with, whsec_ and base64")
        Secret signingSecret,

        @Nullable @Help("The secret before that one, for as long as receivers still use it")
        Secret previousSigningSecret) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final String CONTENT_TYPE = "Content-Type";
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "expect",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "webhook-attempt",
            "idempotency-key");

    public WebhookParameters {
        Constant.require("url", url, TargetUrl::of);
        Set<String> names = new HashSet<>();
        for (String name : headers.keySet()) {
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("headers has `" + name + "` twice, in capitals and small letters");
            }
            if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("headers cannot have `" + name + "`");
            }
        }
        headers.forEach((name, value) -> Constant.require("headers." + name, value, HeaderValue::of));
        if (bodyTemplate != null && isJson(headers)) {
            Constant.requireJson("body_template", bodyTemplate);
        }
        if (previousSigningSecret != null && signingSecret == null) {
            throw new IllegalArgumentException("previous_signing_secret needs a signing_secret beside it");
        }
        requireUsable(signingSecret);
        requireUsable(previousSigningSecret);
    }

    private static boolean isJson(Map<String, Template> headers) {
        return headers.keySet().stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase);
    }

    /** Whether the body is JSON: a rule that says what it is may send anything. */
    boolean sendsJson() {
        return isJson(headers);
    }

    /** A reference that is not read yet says nothing. */
    private static void requireUsable(@Nullable Secret secret) {
        String text = secret == null ? "${" : secret.reveal();
        if (!text.contains("${")) {
            WebhookSignature.key(text);
        }
    }

    /** The methods of HTTP that say something. */
    public enum Method {
        POST,
        PUT,
        PATCH,
        DELETE
    }
}
