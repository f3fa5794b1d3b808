package io.fraiseql.plugin.flight;

import com.fasterxml.jackson.databind.util.RawValue;
import io.fraiseql.plugin.flight.vector.ArrowFields;
import io.fraiseql.plugin.flight.vector.DeclaredArrow;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.query.RowField;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightProducer.StreamListener;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.Ticket;

/** What ListFlights and DoAction do, on a thread of their own that may wait for the database. Thread-safe. */
final class Actions implements AutoCloseable {

    private static final int MOST_WAITING = 32;
    private static final long UNKNOWN = -1;

    private final ServiceHost host;
    private final ArrowFields types;
    private final Streams streams;
    private final DeclaredFlights declared;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), new PluginThreads("flight-action"));

    Actions(ServiceHost host, ArrowFields types, Streams streams, DeclaredFlights declared) {
        this.host = host;
        this.types = types;
        this.streams = streams;
        this.declared = declared;
    }

    /** Every list of the schema and every declared schema with rows, with the ticket that asks for all of it. */
    void flights(RequestContext context, StreamListener<FlightInfo> listener) {
        answer(context, listener, sink -> {
            host.queries().lists(context).forEach(list -> sink.accept(info(Tickets.of(list), list.fields())));
            for (DeclaredSchema schema : declared.all()) {
                if (schema.table() != null) {
                    Map<String, Object> ticket = DeclaredFlights.ticket(schema);
                    sink.accept(info(ticket, declared.fields(schema, context)));
                }
            }
        });
    }

    private FlightInfo info(Map<String, Object> members, List<RowField> fields) {
        byte[] ticket = JsonBytes.of(members);
        List<FlightEndpoint> here = List.of(new FlightEndpoint(new Ticket(ticket)));
        return new FlightInfo(types.schema(fields), FlightDescriptor.command(ticket), here, UNKNOWN, UNKNOWN);
    }

    /** Does an action. */
    void perform(ServedAction action, byte[] body, RequestContext context, StreamListener<Result> listener) {
        Consumer<Consumer<Result>> work =
                switch (action) {
                    case HEALTH_CHECK -> sink -> sink.accept(health(body));
                    case LIST_SCHEMAS -> sink -> schemas(body, context, sink);
                    case GET_SCHEMA_VERSIONS -> sink -> versions(body, context, sink);
                    case REFRESH_SCHEMAS -> sink -> sink.accept(refresh(body, context));
                    case CLEAR_CACHE -> sink -> sink.accept(clear(body));
                    case CANCEL_FLIGHT -> sink -> sink.accept(cancel(body, context));
                };
        answer(context, listener, work);
    }

    private Result health(byte[] body) {
        requireNone(body);
        Map<String, Boolean> checks = host.health();
        return new Result(JsonBytes.of(
                Map.of("healthy", !checks.containsValue(false), "checks", checks, "streamsActive", streams.running())));
    }

    private void schemas(byte[] body, RequestContext context, Consumer<Result> sink) {
        requireNone(body);
        host.queries()
                .lists(context)
                .forEach(list -> sink.accept(new Result(JsonBytes.of(Map.of(
                        "name", list.name(),
                        "ticket", Tickets.of(list),
                        "schema", new RawValue(types.schema(list.fields()).toJson()))))));
    }

    private void versions(byte[] body, RequestContext context, Consumer<Result> sink) {
        host.queries().lists(context); // who may not see the schema sees no part of it
        Map<String, Object> members = host.queries().readJson(body, "the body of GetSchemaVersions");
        if (members.size() != 1 || !(members.get("schema") instanceof String name)) {
            throw new FraiseqlException(
                    FlightErrorCode.BAD_CALL, "the body of GetSchemaVersions must be {\"schema\": …} and nothing else");
        }
        declared.versions(name)
                .forEach(schema -> sink.accept(new Result(JsonBytes.of(Map.of(
                        "schema",
                        name,
                        "version",
                        schema.version(),
                        "served",
                        schema.table() != null,
                        "arrow",
                        new RawValue(DeclaredArrow.schema(schema).toJson()))))));
    }

    private Result refresh(byte[] body, RequestContext context) {
        requireNone(body);
        return new Result(JsonBytes.of(Map.of("schemas", declared.load(context))));
    }

    private Result clear(byte[] body) {
        requireNone(body);
        host.forgetResults();
        return new Result(JsonBytes.of(Map.of("cleared", true)));
    }

    private Result cancel(byte[] body, RequestContext context) {
        Map<String, Object> members = host.queries().readJson(body, "the body of CancelFlight");
        if (members.size() != 1 || !(members.get("requestId") instanceof String id)) {
            throw new FraiseqlException(
                    FlightErrorCode.BAD_CALL, "the body of CancelFlight must be {\"requestId\": …} and nothing else");
        }
        int cancelled = streams.cancel(id, context.identity());
        if (cancelled == 0) {
            throw new FraiseqlException(
                    FlightErrorCode.NO_STREAM, "no stream of yours runs that was begun with this x-request-id");
        }
        return new Result(JsonBytes.of(Map.of("cancelled", cancelled)));
    }

    private static void requireNone(byte[] body) {
        if (body.length > 0) {
            throw new FraiseqlException(FlightErrorCode.BAD_CALL, "this action takes no body; leave it empty");
        }
    }

    private <T> void answer(RequestContext context, StreamListener<T> listener, Consumer<Consumer<T>> work) {
        try {
            thread.execute(() -> {
                try {
                    work.accept(listener::onNext);
                } catch (RuntimeException e) {
                    listener.onError(FlightStatus.of(e, context));
                    return;
                }
                listener.onCompleted();
            });
        } catch (RejectedExecutionException e) {
            listener.onError(FlightStatus.of(
                    new FraiseqlException(
                            FlightErrorCode.OVERLOADED, "too many actions wait to be done; try again later", e),
                    context));
        }
    }

    /** Does nothing more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
