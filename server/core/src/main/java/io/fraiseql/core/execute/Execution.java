package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.OperationPlan;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of a plan. The connection is given back before the answer leaves. One thread, one request. */
final class Execution implements AutoCloseable {

    private static final byte[] BEGIN = "{\"data\":{".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_DATA = "{\"data\":null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERRORS = ",\"errors\":[".getBytes(StandardCharsets.US_ASCII);

    private final OperationPlan plan;
    private final Map<String, Object> variables;
    private final RequestContext context;
    private final EngineParts engine;
    private final @Nullable ResultCache cache;
    private final Utf8Buffer out;
    private final MutationExecution mutations;
    private final Utf8Buffer errors = new Utf8Buffer(0);
    private @Nullable RowsReader reader;
    private @Nullable ReadSession session;
    private DeadlineWatch.@Nullable Watched watched;

    Execution(
            OperationPlan plan,
            Map<String, Object> variables,
            RequestContext context,
            EngineParts engine,
            Utf8Buffer out) {
        this.plan = plan;
        this.variables = variables;
        this.context = context;
        this.engine = engine;
        this.cache = plan.consistent() ? null : engine.results();
        this.out = out;
        this.mutations = new MutationExecution(engine, variables, context, out, this::newReader);
    }

    /** Writes the answer and gives the first error; null when there was none. */
    @Nullable
    FraiseqlException run() {
        if (plan.oneTransaction()) {
            return runInOneTransaction();
        }
        FraiseqlException first = null;
        boolean noData = false;
        out.clear();
        out.write(BEGIN);
        boolean several = false;
        for (RootPlan root : plan.roots()) {
            if (several) {
                out.write((byte) ',');
            }
            several = true;
            out.write(root.label());
            int start = out.length();
            FraiseqlException error = answer(root);
            if (error != null) {
                first = first == null ? error : first;
                note(error, root.key());
                out.truncate(start);
                if (!root.nullable()) {
                    noData = true;
                    break;
                }
                out.nul();
            }
        }
        close();
        end(noData);
        return first;
    }

    /** Everything is written and answered, or nothing is and the one error says why. */
    private @Nullable FraiseqlException runInOneTransaction() {
        String[] current = new String[1];
        out.clear();
        out.write(BEGIN);
        FraiseqlException error = attempt(() -> mutations.transaction(open -> {
            String separator = "";
            for (RootPlan root : plan.roots()) {
                current[0] = root.key();
                out.write(separator.getBytes(StandardCharsets.US_ASCII));
                separator = ",";
                out.write(root.label());
                if (root instanceof RootPlan.Write write) {
                    open.write(write);
                } else if (root instanceof RootPlan.Call call) {
                    open.call(call);
                } else {
                    out.write(((RootPlan.Fixed) root).json());
                }
            }
        }));
        if (error != null) {
            note(error, current[0]);
        }
        end(error != null);
        return error;
    }

    private void end(boolean noData) {
        if (noData) {
            out.clear();
            out.write(NO_DATA);
        } else {
            out.write((byte) '}');
        }
        if (errors.length() > 0) {
            out.write(ERRORS);
            out.write(errors.array(), 0, errors.length());
            out.write((byte) ']');
        }
        out.write((byte) '}');
    }

    private void note(FraiseqlException error, String key) {
        if (errors.length() > 0) {
            errors.write((byte) ',');
        }
        ErrorWriter.error(error, key, context, errors);
    }

    private @Nullable FraiseqlException answer(RootPlan root) {
        return attempt(() -> {
            if (root instanceof RootPlan.Rows rows) {
                read(rows);
            } else if (root instanceof RootPlan.Write write) {
                mutations.transaction(open -> open.write(write));
            } else if (root instanceof RootPlan.Call call) {
                mutations.transaction(open -> open.call(call));
            } else {
                out.write(((RootPlan.Fixed) root).json());
            }
        });
    }

    private static @Nullable FraiseqlException attempt(Runnable work) {
        try {
            work.run();
            return null;
        } catch (FraiseqlException e) {
            return e;
        } catch (RuntimeException e) {
            return QueryEngine.internal(e);
        }
    }

    private void read(RootPlan.Rows rows) {
        Object[] values = Binding.values(rows, variables);
        RootPlan.Caching caching = rows.caching();
        if (cache == null || caching == null) {
            read(rows, values);
            return;
        }
        cache.answer(rows, caching, values, context, out, () -> read(rows, values));
        reader().checkSize();
    }

    private void read(RootPlan.Rows rows, Object[] values) {
        WriteConnection.requireTime(context);
        try (RowCursor cursor = session().query(rows.statement(), values)) {
            reader().read(rows, cursor, variables);
        }
    }

    private RowsReader reader() {
        if (reader == null) {
            reader = newReader();
        }
        return reader;
    }

    private RowsReader newReader() {
        return new RowsReader(
                out, engine.options().maxResponseBytes(), engine.options().maxRows());
    }

    private ReadSession session() {
        if (session == null) {
            int maxRows = engine.options().maxRows();
            int oneTooMany = maxRows == Integer.MAX_VALUE ? 0 : maxRows + 1;
            session = engine.database()
                    .openRead(new ReadOptions(context.remainingNanos(), plan.consistent(), 0, oneTooMany));
            watched = engine.watch().watch(session, context.deadlineNanos());
        }
        return session;
    }

    @Override
    public void close() {
        if (watched != null) {
            watched.close();
            watched = null;
        }
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
