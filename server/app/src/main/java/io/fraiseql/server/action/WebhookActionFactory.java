package io.fraiseql.server.action;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.PluginContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The action {@code webhook}: the event over HTTP. */
public final class WebhookActionFactory implements ActionFactory<WebhookConfig, WebhookParameters> {

    /** The name that rules write. */
    public static final String NAME = "webhook";

    private static final int THREADS = 8;
    private static final int CONNECTIONS = 64;
    private static final long CONNECT_MILLIS = 10_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<WebhookConfig> configType() {
        return WebhookConfig.class;
    }

    @Override
    public Class<WebhookParameters> parametersType() {
        return WebhookParameters.class;
    }

    @Override
    public Action<WebhookParameters> create(WebhookConfig config, PluginContext context) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("webhook");
        threads.setDaemon(true);
        HttpClient client = new HttpClient();
        client.setExecutor(threads);
        client.setSocketAddressResolver(new GuardedResolver(config.allowedHosts(), threads));
        client.setFollowRedirects(false);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(null);
        try {
            client.start();
        } catch (Exception e) {
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "the client of webhooks cannot be started", e);
        }
        return new WebhookAction(client, context.clock());
    }
}
