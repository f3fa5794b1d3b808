package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.ArrowFields;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.query.RowField;
import java.util.List;
import java.util.Set;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.ActionType;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.Criteria;
import org.apache.arrow.flight.FlightConstants;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightProducer;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.ServerHeaderMiddleware;
import org.apache.arrow.flight.Ticket;

/** What each call of Flight does. Called on gRPC's threads, which never wait: streams run on threads of their own. */
final class QueryProducer implements FlightProducer {

    private static final long UNKNOWN = -1;

    private final FlightConfig config;
    private final ServiceHost host;
    private final ArrowFields types;
    private final Tickets tickets;
    private final Streams streams;
    private final Actions actions;
    private final Uploads uploads;
    private final Inbound inbound;

    QueryProducer(
            FlightConfig config,
            ServiceHost host,
            ArrowFields types,
            Streams streams,
            DeclaredFlights declared,
            Actions actions,
            Uploads uploads,
            Inbound inbound) {
        this.config = config;
        this.host = host;
        this.types = types;
        this.tickets = new Tickets(host, declared, Set.copyOf(config.exports()));
        this.streams = streams;
        this.actions = actions;
        this.uploads = uploads;
        this.inbound = inbound;
    }

    /** Finds what is wrong with a query, and what its rows will be, without running it. */
    @Override
    public FlightInfo getFlightInfo(CallContext call, FlightDescriptor descriptor) {
        RequestContext context = begin(call);
        try {
            byte[] text = Tickets.of(descriptor);
            List<RowField> fields = tickets.read(text).describe(context);
            FlightEndpoint here = new FlightEndpoint(new Ticket(text));
            return new FlightInfo(types.schema(fields), descriptor, List.of(here), UNKNOWN, UNKNOWN);
        } catch (RuntimeException e) {
            throw FlightStatus.of(e, context);
        }
    }

    @Override
    public void getStream(CallContext call, Ticket ticket, ServerStreamListener listener) {
        RequestContext context = begin(call);
        try {
            streams.start(tickets.read(ticket.getBytes()), context, listener);
        } catch (RuntimeException e) {
            listener.error(FlightStatus.of(e, context));
        }
    }

    private RequestContext begin(CallContext call) {
        ServerHeaderMiddleware middleware = call.getMiddleware(FlightConstants.HEADER_KEY);
        CallHeaders headers = middleware.headers();
        return host.begin(headers::get, config.timeout());
    }

    @Override
    public void listFlights(CallContext call, Criteria criteria, StreamListener<FlightInfo> listener) {
        RequestContext context = begin(call);
        if (criteria.getExpression().length > 0) {
            listener.onError(FlightStatus.of(
                    new FraiseqlException(
                            FlightErrorCode.BAD_CALL, "ListFlights takes no criteria; ask for all flights"),
                    context));
        } else {
            actions.flights(context, listener);
        }
    }

    @Override
    public Runnable acceptPut(CallContext call, FlightStream flight, StreamListener<PutResult> listener) {
        RequestContext context = begin(call);
        return () -> uploads.run(flight, context, listener);
    }

    /** What the command of its descriptor asks for, like DoGet; rows of the client have no meaning and are not read. */
    @Override
    public void doExchange(CallContext call, FlightStream reader, ServerStreamListener writer) {
        RequestContext context = begin(call);
        try {
            byte[] ticket = inbound.admit(() -> Tickets.of(inbound.receive(reader::getDescriptor)));
            streams.start(tickets.read(ticket), context, writer);
        } catch (RuntimeException e) {
            writer.error(FlightStatus.of(e, context));
        }
    }

    @Override
    public void doAction(CallContext call, Action action, StreamListener<Result> listener) {
        RequestContext context = begin(call);
        try {
            actions.perform(ServedAction.of(action.getType()), action.getBody(), context, listener);
        } catch (RuntimeException e) {
            listener.onError(FlightStatus.of(e, context));
        }
    }

    @Override
    public void listActions(CallContext call, StreamListener<ActionType> listener) {
        for (ServedAction action : ServedAction.values()) {
            listener.onNext(action.type());
        }
        listener.onCompleted();
    }
}
