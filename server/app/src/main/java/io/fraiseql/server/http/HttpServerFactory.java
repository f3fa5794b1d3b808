package io.fraiseql.server.http;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.annotation.ResponseMeteredLevel;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.filter.AllowedMethodsFilter;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.MutableServletContextHandler;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import jakarta.servlet.Servlet;
import jakarta.validation.Validator;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;

/**
 * Dropwizard's server without what every request would pay for and nothing here needs: no timers around each request (we have our
 * own), no renaming of threads, no method filter, no graceful handler ({@link Drain} does it) and, unless the configuration asks for
 * them, no gzip handler and no request log. Keys of what is gone are refused.
 */
@JsonTypeName("fraiseql")
public final class HttpServerFactory extends DefaultServerFactory {

    /** The defaults; Dropwizard sets what the {@code server} section says. */
    public HttpServerFactory() {
        setEnableThreadNameFilter(false);
        getGzipFilterFactory().setEnabled(false);
        LogbackAccessRequestLogFactory none = new LogbackAccessRequestLogFactory();
        none.setAppenders(List.of());
        setRequestLogFactory(none);
    }

    @Override
    public Server build(Environment environment) {
        refuseUnless(getMetricPrefix() == null, "metricPrefix");
        refuseUnless(getResponseMeteredLevel() == ResponseMeteredLevel.COARSE, "responseMeteredLevel");
        refuseUnless(!getEnableThreadNameFilter(), "enableThreadNameFilter");
        refuseUnless(getAllowedMethods().equals(AllowedMethodsFilter.DEFAULT_ALLOWED_METHODS), "allowedMethods");
        return super.build(environment);
    }

    @Override
    protected Handler createAppServlet(
            Server server,
            JerseyEnvironment jersey,
            ObjectMapper objectMapper,
            Validator validator,
            MutableServletContextHandler handler,
            @Nullable Servlet jerseyContainer,
            MetricRegistry metrics) {
        if (jerseyContainer != null) {
            return super.createAppServlet(server, jersey, objectMapper, validator, handler, jerseyContainer, metrics);
        }
        handler.setServer(server);
        return handler;
    }

    @Override
    protected Handler addGracefulHandler(Handler handler) {
        return handler;
    }

    private static void refuseUnless(boolean unchanged, String key) {
        if (!unchanged) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "server." + key + " has no effect in this server; remove it");
        }
    }
}
