package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.WriteSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The writes of one request. One thread. */
final class MutationExecution {

    private final EngineParts engine;
    private final Map<String, Object> variables;
    private final RequestContext context;
    private final Utf8Buffer out;
    private final Supplier<RowsReader> readers;

    MutationExecution(
            EngineParts engine,
            Map<String, Object> variables,
            RequestContext context,
            Utf8Buffer out,
            Supplier<RowsReader> readers) {
        this.engine = engine;
        this.variables = variables;
        this.context = context;
        this.out = out;
        this.readers = readers;
    }

    /** Runs the writes of a plan's root fields as one transaction; the body may be run again, each time from the same place of the answer. */
    void transaction(Body body) {
        int start = out.length();
        Open[] last = new Open[1];
        engine.transactions().run(context, session -> {
            out.truncate(start);
            last[0] = new Open(session);
            engine.signature().enter(last[0].connection, context.identity());
            body.run(last[0]);
            engine.signature().leave(last[0].connection, context.identity());
        });
        engine.stamps().bump(last[0].writes, last[0].called);
        engine.notice().tell();
    }

    /** What is done in a transaction. */
    interface Body {
        void run(Open open);
    }

    /** An open transaction. */
    final class Open {

        private final WriteConnection connection;
        private final WriteAnswerer answerer;
        private final List<Written> writes = new ArrayList<>();
        private boolean called;

        private Open(WriteSession session) {
            this.connection = new WriteConnection(session, context);
            this.answerer = new WriteAnswerer(connection, variables, readers.get(), out);
        }

        /** Writes the rows of a root field and its value in the answer. */
        void write(RootPlan.Write plan) {
            var written =
                    new WriteRun(plan, variables, connection, engine.mutations().maxRows()).run(answerer);
            writes.addAll(written);
            EventWriter events = engine.events();
            if (events != null) {
                events.append(connection, written, context);
            }
        }

        /** Calls a function and writes its value in the answer. */
        void call(RootPlan.Call plan) {
            called = true;
            FunctionAnswer answer = connection.call(plan, variables);
            answer.requireSuccess();
            answerer.answer(plan, answer);
            EventWriter events = engine.events();
            if (events != null && answer.changed()) {
                events.append(connection, plan.mutation(), answer, context);
            }
        }
    }
}
