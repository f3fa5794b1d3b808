package io.fraiseql.bench.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What the JVM can do at best with JDBC: a servlet with hand-written SQL for each operation and JSON written by hand. No GraphQL, no limits, no
 * metrics, no error handling. Arguments: JDBC URL, number of connections, one of the modes below or nothing. Prints {@code ready: PORT}.
 */
public final class TypedRowsFloor {

    /** The argument with which it inserts instead of reading. */
    public static final String INSERTS = "inserts";

    /** The argument with which each inserted row has an event too. */
    public static final String INSERTS_WITH_EVENTS = "inserts-with-events";

    /** The argument with which it updates rows instead. */
    public static final String UPDATES = "updates";

    /** The argument with which each updated row has an event too. */
    public static final String UPDATES_WITH_EVENTS = "updates-with-events";

    private static final int MAX_THREADS = 1024;
    private static final int MIN_THREADS = 8;
    private static final String PREPARED_AND_BINARY = "-1";

    private TypedRowsFloor() {}

    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = pool(arguments[0], Integer.parseInt(arguments[1]));
        Server server = new Server(new QueuedThreadPool(MAX_THREADS, MIN_THREADS));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet(pool, arguments.length > 2 ? arguments[2] : "")), "/graphql");
        server.setHandler(context);
        server.start();
        System.out.println("ready: " + connector.getLocalPort());
        server.join();
    }

    private static HttpServlet servlet(HikariDataSource pool, String mode) {
        return switch (mode) {
            case INSERTS -> new InsertServlet(pool, false);
            case INSERTS_WITH_EVENTS -> new InsertServlet(pool, true);
            case UPDATES -> new UpdateServlet(pool, false);
            case UPDATES_WITH_EVENTS -> new UpdateServlet(pool, true);
            default -> new TypedRowsServlet(pool);
        };
    }

    private static HikariDataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.addDataSourceProperty("prepareThreshold", PREPARED_AND_BINARY);
        config.addDataSourceProperty("binaryTransferDisable", "numeric");
        config.setConnectionInitSql("SET TimeZone = 'UTC'");
        return new HikariDataSource(config);
    }
}
