package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.UploadTables;
import io.fraiseql.core.request.RequestReader;
import io.fraiseql.core.request.UploadEngine;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.upload.UploadBatch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes batches of rows with the mutations that create them, and of events. Thread-safe. */
final class Uploads implements UploadEngine {

    private static final String ENTITY_ID = "entity_id";
    private static final String DATA = "data";
    private static final List<RowField> EVENT_COLUMNS =
            List.of(column(0, ENTITY_ID, ColumnType.TEXT, false), column(1, DATA, ColumnType.JSON, true));

    private final Surface surface;
    private final PlanCache cache;
    private final OperationPlanner planner;
    private final EngineParts engine;
    private final UploadTables tables;
    private final RequestReader reader = new RequestReader();

    Uploads(Surface surface, PlanCache cache, OperationPlanner planner, EngineParts engine) {
        this.surface = surface;
        this.cache = cache;
        this.planner = planner;
        this.engine = engine;
        this.tables = planner.uploads();
    }

    private static RowField column(int place, String name, ColumnType type, boolean nullable) {
        return new RowField(name, RowField.Kind.VALUE, type, nullable, place, null, null, List.of(), List.of());
    }

    @Override
    public List<RowField> columns(String table) {
        events();
        return tables.of(table).columns();
    }

    @Override
    public List<RowField> eventColumns() {
        events();
        return EVENT_COLUMNS;
    }

    private EventWriter events() {
        EventWriter events = engine.events();
        if (events == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "batches cannot be uploaded, for this server has no outbox to remember them in"
                            + " (events.outbox.enabled)");
        }
        return events;
    }

    @Override
    public long write(String table, UploadBatch batch, RequestContext context) {
        UploadTables.Upload upload = tables.of(table);
        EventWriter events = events();
        PreparedOperation operation = cache.prepare(upload.document(), null);
        List<Written> last = new ArrayList<>();
        long rows = transactions().run("table " + table, batch, context, connection -> {
            engine.signature().enter(connection, context.identity());
            long first = 1;
            for (List<Map<String, Object>> part : batch.parts()) {
                List<Written> written = write(operation, upload, part, first, connection);
                events.append(connection, written, context);
                last.clear();
                last.addAll(written);
                first += part.size();
            }
            engine.signature().leave(connection, context.identity());
        });
        engine.stamps().bump(last, false);
        engine.notice().tell();
        return rows;
    }

    private List<Written> write(
            PreparedOperation operation,
            UploadTables.Upload upload,
            List<Map<String, Object>> part,
            long first,
            WriteConnection connection) {
        try {
            Map<String, Object> variables =
                    surface.coerceVariables(operation.parsed, Map.of(SurfaceNames.INPUTS, values(upload, part)));
            RootPlan.Write plan = (RootPlan.Write)
                    cache.plan(operation, variables).plan().roots().get(0);
            Utf8Buffer answer = new Utf8Buffer(0);
            RowsReader rows = new RowsReader(answer, Integer.MAX_VALUE, Integer.MAX_VALUE);
            return new WriteRun(plan, variables, connection, Integer.MAX_VALUE)
                    .run(new WriteAnswerer(connection, variables, rows, answer));
        } catch (FraiseqlException e) {
            // which of them it is the message counts from 0
            throw e.code() == CoreErrorCode.BAD_USER_INPUT
                    ? new FraiseqlException(e.code(), "of the rows from " + first + " on: " + e.getMessage(), e)
                    : e;
        }
    }

    /** Of columns of JSON the values and not their texts. */
    private List<Map<String, Object>> values(UploadTables.Upload upload, List<Map<String, Object>> part) {
        List<String> json = upload.columns().stream()
                .filter(column -> column.type() == ColumnType.JSON)
                .map(RowField::name)
                .toList();
        return json.isEmpty()
                ? part
                : part.stream().map(row -> withValues(row, json)).toList();
    }

    private Map<String, Object> withValues(Map<String, Object> row, List<String> json) {
        Map<String, Object> values = new LinkedHashMap<>(row);
        json.forEach(name -> values.computeIfPresent(
                name, (key, text) -> reader.readValue(((String) text).getBytes(StandardCharsets.UTF_8), name)));
        return values;
    }

    @Override
    public long append(String entity, UploadBatch batch, RequestContext context) {
        EventWriter events = events();
        long rows = transactions().run("events " + entity, batch, context, connection -> {
            for (List<Map<String, Object>> part : batch.parts()) {
                events.append(connection, entity, part.stream().map(this::event).toList(), context);
            }
        });
        engine.notice().tell();
        return rows;
    }

    private EventWriter.CustomEvent event(Map<String, Object> row) {
        Object id = row.get(ENTITY_ID);
        String data = (String) row.get(DATA);
        if (id == null) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "entity_id: an event needs the key of its entity");
        }
        if (data != null) {
            reader.readObject(data.getBytes(StandardCharsets.UTF_8), DATA);
        }
        return new EventWriter.CustomEvent((String) id, data);
    }

    private BatchTransactions transactions() {
        return new BatchTransactions(
                engine.transactions(), planner.batches(), engine.mutations().batchesKnown(), Clock.systemUTC());
    }
}
