package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.live.LiveEngine;
import io.fraiseql.core.plan.OperationPlan;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.SubscriptionPlan;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.RowEngine;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.core.request.UploadEngine;
import io.fraiseql.core.surface.GraphQLRequestException;
import io.fraiseql.core.surface.ListDocuments;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.ViewDocument;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.ErrorType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowList;
import io.fraiseql.spi.query.RowSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GraphQL requests on one database with one schema: plan from the cache or compiled, one statement per root field, rows straight to
 * JSON. Thread-safe.
 */
public final class QueryEngine implements GraphQLEngine, RowEngine, LiveEngine, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueryEngine.class);

    private static final String SUBSCRIPTION = "subscription";

    private final Surface surface;
    private final PlanCache cache;
    private final Documents documents;
    private final StreamOpener streams;
    private final RowOpener rows;
    private final OperationPlanner planner;
    private final ListDocuments lists;
    private final EngineState state;
    private final EngineParts parts;
    private final UploadEngine uploads;

    /** An engine whose documents come as text, with the default bounds of mutations. */
    public QueryEngine(Surface surface, OperationPlanner planner, Database database, EngineOptions options) {
        this(
                surface,
                planner,
                database,
                options,
                MutationOptions.DEFAULT,
                DocumentOptions.TEXT,
                null,
                new EngineState());
    }

    /**
     * An engine.
     *
     * @param caching null when results are not cached
     * @param state of an engine that this one replaces, or a new one
     * @throws FraiseqlException {@link CoreErrorCode#INVALID_SCHEMA} when a trusted document cannot be served
     */
    public QueryEngine(
            Surface surface,
            OperationPlanner planner,
            Database database,
            EngineOptions options,
            MutationOptions mutations,
            DocumentOptions documents,
            @Nullable CacheOptions caching,
            EngineState state) {
        DeadlineWatch watch = new DeadlineWatch();
        EngineStatistics statistics = state.statistics();
        statistics.follow(planner::writesRendered);
        this.surface = surface;
        this.state = state;
        this.cache = new PlanCache(surface, planner, statistics, options.planCacheSize());
        this.documents = new Documents(documents, cache, statistics);
        this.streams = new StreamOpener(cache, planner, database, watch);
        this.planner = planner;
        this.lists = planner.lists();
        this.rows = new RowOpener(cache, planner, database, watch);
        this.parts = new EngineParts(
                database,
                watch,
                options,
                mutations,
                new Transactions(database, watch),
                mutations.outbox() ? new EventWriter(planner.events(), planner.captures(), Clock.systemUTC()) : null,
                new Signature(planner.captures()),
                caching == null ? null : new ResultCache(caching, state.stamps(), statistics),
                new WriteStamps(state.stamps(), planner.sources()),
                state.writes());
        this.uploads = new Uploads(surface, cache, planner, parts);
    }

    @Override
    public Outcome execute(GraphQLRequest request, RequestContext context, Utf8Buffer out) {
        String operationType = "unknown";
        try {
            PreparedOperation operation = documents.prepare(request);
            operationType = operation.type;
            requireAllowed(request, operationType);
            Map<String, Object> variables = surface.coerceVariables(operation.parsed, request.variables());
            PlanCache.Found found = cache.plan(operation, variables);
            return run(found, variables, operationType, context, out);
        } catch (FraiseqlException e) {
            return refused(e, operationType, context, out);
        } catch (RuntimeException e) {
            return refused(internal(e), operationType, context, out);
        }
    }

    @Override
    public Opened stream(GraphQLRequest request, StreamFormat format, RequestContext context, Utf8Buffer out) {
        String operationType = "unknown";
        try {
            PreparedOperation operation = documents.prepare(request);
            operationType = operation.type;
            requireAllowed(request, operationType);
            Map<String, Object> variables = surface.coerceVariables(operation.parsed, request.variables());
            ListStream stream = streams.open(operation, variables, format, context, out);
            return new Opened(stream, new Outcome(true, null, operationType, false));
        } catch (FraiseqlException e) {
            return new Opened(null, refused(e, operationType, context, out));
        } catch (RuntimeException e) {
            return new Opened(null, refused(internal(e), operationType, context, out));
        }
    }

    @Override
    public Asked subscribe(GraphQLRequest request, RequestContext context, Utf8Buffer out) {
        String operationType = "unknown";
        try {
            PreparedOperation operation = documents.prepare(request);
            operationType = operation.type;
            if (!operationType.equals(SUBSCRIPTION)) {
                return new Asked(null, null);
            }
            if (request.writeOnly()) {
                throw tooLargeToRead();
            }
            Map<String, Object> variables = surface.coerceVariables(operation.parsed, request.variables());
            SubscriptionPlan plan = planner.subscription(operation.parsed, variables);
            return new Asked(new LiveAnswers(plan, context, parts.options().maxResponseBytes()), null);
        } catch (FraiseqlException e) {
            return new Asked(null, refused(e, operationType, context, out));
        } catch (RuntimeException e) {
            return new Asked(null, refused(internal(e), operationType, context, out));
        }
    }

    @Override
    public List<RowField> describe(GraphQLRequest request) {
        return prepared(request, rows::describe);
    }

    @Override
    public List<RowList> lists() {
        documents.prepare(GraphQLRequest.of("{ __schema { queryType { name } } }", null, Map.of()));
        List<RowList> known = new ArrayList<>();
        for (ListDocuments.Listed listed : lists.all()) {
            String document = listed.document();
            try {
                List<RowField> fields = describe(GraphQLRequest.of(document, null, Map.of()));
                known.add(new RowList(listed.query().name(), listed.view(), Map.of("query", document), fields));
            } catch (FraiseqlException e) {
                if (e.code() != CoreErrorCode.QUERY_TOO_COMPLEX) {
                    throw e;
                }
                LOG.debug(
                        "the list {} is too complex to be listed",
                        listed.query().name(),
                        e);
            }
        }
        return known;
    }

    @Override
    public Map<String, Object> view(Map<String, Object> view) {
        return ViewDocument.ofView(lists, view).request();
    }

    @Override
    public Map<String, Object> table(String name, @Nullable List<?> columns) {
        return ViewDocument.ofTable(lists, name, columns).request();
    }

    @Override
    public RowStream text(GraphQLRequest request, StreamFormat format, RequestContext context) {
        return prepared(request, (operation, variables) -> streams.open(operation, variables, format, context));
    }

    @Override
    public RowSet open(GraphQLRequest request, RequestContext context) {
        return prepared(request, (operation, variables) -> rows.open(operation, variables, context));
    }

    private <T> T prepared(GraphQLRequest request, BiFunction<PreparedOperation, Map<String, Object>, T> body) {
        try {
            PreparedOperation operation = documents.prepare(request);
            return body.apply(operation, surface.coerceVariables(operation.parsed, request.variables()));
        } catch (FraiseqlException e) {
            throw e;
        } catch (RuntimeException e) {
            throw internal(e);
        }
    }

    private static Outcome refused(
            FraiseqlException error, String operationType, RequestContext context, Utf8Buffer out) {
        log(error, context);
        ErrorWriter.requestErrors(error, context, out);
        String type = error instanceof GraphQLRequestException refused ? refused.operationType() : operationType;
        return new Outcome(false, error.code(), type, false);
    }

    private Outcome run(
            PlanCache.Found found,
            Map<String, Object> variables,
            String operationType,
            RequestContext context,
            Utf8Buffer out) {
        OperationPlan plan = found.plan();
        try (Execution execution = new Execution(plan, variables, context, parts, out)) {
            FraiseqlException error = execution.run();
            if (error != null) {
                log(error, context);
            }
            return new Outcome(true, error == null ? null : error.code(), operationType, found.cached());
        }
    }

    private static void requireAllowed(GraphQLRequest request, String operationType) {
        boolean query = operationType.equals("query");
        if (operationType.equals(SUBSCRIPTION)) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "a subscription is answered event by event: accept text/event-stream, or send it over a WebSocket"
                            + " with the subprotocol graphql-transport-ws");
        }
        if (request.readOnly() && !query) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "a " + operationType + " changes data; send it by POST");
        }
        if (request.writeOnly() && query) {
            throw tooLargeToRead();
        }
    }

    private static FraiseqlException tooLargeToRead() {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, "the request is too large for a query");
    }

    static FraiseqlException internal(RuntimeException cause) {
        return new FraiseqlException(
                CoreErrorCode.INTERNAL, "something went wrong here; the log has it under this request's id", cause);
    }

    private static void log(FraiseqlException error, RequestContext context) {
        ErrorType type = error.code().type();
        if (type == ErrorType.INTERNAL || type == ErrorType.UNAVAILABLE) {
            LOG.error("request {} failed: {}", context.requestId(), error.getMessage(), error);
        } else {
            LOG.debug("request {} refused: {}", context.requestId(), error.getMessage(), error);
        }
    }

    /** Writes batches of rows. */
    public UploadEngine uploads() {
        return uploads;
    }

    /** What the engine has done. */
    public EngineStatistics statistics() {
        return state.statistics();
    }

    /** How many automatic persisted queries are kept. */
    public long persistedQueries() {
        return documents.persistedSize();
    }

    /** To be told of every write to a table that this engine reads. */
    public SourceStamps stamps() {
        return state.stamps();
    }

    /** Tells this engine what the event log says was written, so that no cached result outlives it by long. */
    public void written(Set<WrittenKind> kinds) {
        parts.stamps().logged(kinds);
    }

    /** Lets no cached result be given out again, after something was written that nobody can name. */
    public void forgetResults() {
        parts.stamps().bump(List.of(), true);
    }

    /** How many results are cached. */
    public long cachedResults() {
        return parts.results() == null ? 0 : parts.results().size();
    }

    /** How many bytes the cached results take. */
    public long cachedBytes() {
        return parts.results() == null ? 0 : parts.results().bytes();
    }

    /** How many plans are kept. */
    public long planCacheSize() {
        return cache.size();
    }

    @Override
    public void close() {
        parts.watch().close();
    }
}
