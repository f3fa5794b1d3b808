package io.fraiseql.bench.floor;

import io.fraiseql.bench.Shape;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same answers as JSON built in the database, on event loops: a pipelined PostgreSQL client, no thread for a request. Arguments: JDBC
 * URL, number of connections. Prints {@code ready: PORT}.
 */
public final class DatabaseJsonFloor extends VerticleBase {

    private static final int STATEMENTS = 256;

    /** One free port for all instances. */
    private static final int ANY_SHARED_PORT = -1;

    private final PgConnectOptions database;
    private final int connections;
    private final AtomicInteger port;
    private final Map<Shape, String> statements = new EnumMap<>(Shape.class);

    private DatabaseJsonFloor(PgConnectOptions database, int connections, AtomicInteger port) {
        this.database = database;
        this.connections = connections;
        this.port = port;
        for (Shape shape : Shape.values()) {
            statements.put(shape, JsonSql.of(shape));
        }
    }

    public static void main(String[] arguments) {
        PgConnectOptions database = PgConnectOptions.fromUri(arguments[0].substring("jdbc:".length()))
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENTS)
                .addProperty("TimeZone", "UTC");
        int loops = Runtime.getRuntime().availableProcessors();
        int connections = Math.max(1, Integer.parseInt(arguments[1]) / loops);
        AtomicInteger port = new AtomicInteger();
        Vertx.vertx()
                .deployVerticle(
                        () -> new DatabaseJsonFloor(database, connections, port),
                        new DeploymentOptions().setInstances(loops))
                .onSuccess(id -> System.out.println("ready: " + port))
                .onFailure(Throwable::printStackTrace);
    }

    @Override
    public Future<HttpServer> start() {
        SqlClient client = PgBuilder.client()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(database)
                .using(vertx)
                .build();
        return vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body, client)))
                .listen(ANY_SHARED_PORT, "127.0.0.1")
                .onSuccess(server -> port.set(server.actualPort()));
    }

    private void answer(HttpServerRequest request, Buffer body, SqlClient client) {
        FloorRequest read = FloorRequest.read(body.getBytes());
        client.preparedQuery(statements.get(read.shape()))
                .execute(Tuple.of(read.value()))
                .onSuccess(rows -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(Buffer.buffer(rows.iterator().next().getString(0))))
                .onFailure(error -> request.response().setStatusCode(500).end(String.valueOf(error.getMessage())));
    }
}
