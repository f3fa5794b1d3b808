package io.fraiseql.distribution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.AsyncPutListener;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.CallOptions;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Sends rows to the shipped server. */
final class FlightSender {

    private static final CallOption PATIENCE = CallOptions.timeout(60, TimeUnit.SECONDS);

    private final FlightCalls calls;

    FlightSender(FlightCalls calls) {
        this.calls = calls;
    }

    /** Columns of values, each column with as many. */
    record Batch(List<String> names, List<List<Object>> values) {

        /** One row: names and values by turns. */
        static Batch of(Object... cells) {
            List<String> names = new ArrayList<>();
            List<List<Object>> values = new ArrayList<>();
            for (int i = 0; i < cells.length; i += 2) {
                names.add((String) cells[i]);
                List<Object> value = new ArrayList<>();
                value.add(cells[i + 1]);
                values.add(value);
            }
            return new Batch(names, values);
        }

        /** Rows of an id and a name. */
        static Batch rows(int first, int count) {
            List<Object> ids = new ArrayList<>();
            List<Object> names = new ArrayList<>();
            for (int i = first; i < first + count; i++) {
                ids.add(i);
                names.add("the name of " + i);
            }
            return new Batch(List.of("id", "name"), List.of(ids, names));
        }
    }

    /** Sends a batch and gives the answer. */
    String send(String command, Batch batch) {
        try (VectorSchemaRoot root = root(batch)) {
            return send(command, root);
        }
    }

    private String send(String command, VectorSchemaRoot root) {
        Answer answer = new Answer();
        FlightClient.ClientStreamListener stream = calls.client().startPut(descriptor(command), root, answer, PATIENCE);
        stream.putNext();
        stream.completed();
        stream.getResult();
        return answer.text;
    }

    /** Sends the rows of a stream on, with other ids. */
    String forward(String command, FlightStream rows, String key, int more) {
        if (!rows.next()) {
            throw new AssertionError("no rows");
        }
        VectorSchemaRoot root = rows.getRoot();
        IntVector ids = (IntVector) root.getVector(key);
        for (int i = 0; i < ids.getValueCount(); i++) {
            ids.set(i, ids.get(i) + more);
        }
        Answer answer = new Answer();
        FlightClient.ClientStreamListener stream =
                calls.client().startPut(descriptor(command), root, rows.getDictionaryProvider(), answer, PATIENCE);
        stream.putNext();
        stream.completed();
        stream.getResult();
        return answer.text;
    }

    /** Begins to send, and then sends nothing; gives how it ends. */
    CompletableFuture<CallStatus> silent(String command) {
        VectorSchemaRoot root = root(Batch.rows(5, 1));
        FlightClient.ClientStreamListener stream =
                calls.client().startPut(descriptor(command), root, new Answer(), PATIENCE);
        return CompletableFuture.supplyAsync(() -> {
            try (root) {
                return FlightCalls.status(stream::getResult);
            }
        });
    }

    /** The texts of a column of what an exchange gives. */
    List<String> exchange(String command, String column) {
        List<String> texts = new ArrayList<>();
        try (FlightClient.ExchangeReaderWriter exchange = calls.client().doExchange(descriptor(command), PATIENCE)) {
            exchange.getWriter().completed();
            while (exchange.getReader().next()) {
                FieldVector vector = exchange.getReader().getRoot().getVector(column);
                for (int i = 0; i < vector.getValueCount(); i++) {
                    texts.add(String.valueOf(vector.getObject(i)));
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    private static FlightDescriptor descriptor(String command) {
        return FlightDescriptor.command(command.getBytes(StandardCharsets.UTF_8));
    }

    private VectorSchemaRoot root(Batch batch) {
        List<FieldVector> vectors = new ArrayList<>();
        for (int i = 0; i < batch.names().size(); i++) {
            vectors.add(vector(batch.names().get(i), batch.values().get(i)));
        }
        return new VectorSchemaRoot(vectors);
    }

    private FieldVector vector(String name, List<Object> values) {
        Object first = values.get(0);
        FieldVector vector = first instanceof Integer
                ? new IntVector(name, calls.memory())
                : first instanceof Long
                        ? new BigIntVector(name, calls.memory())
                        : first instanceof Double
                                ? new Float8Vector(name, calls.memory())
                                : new VarCharVector(name, calls.memory());
        vector.setInitialCapacity(values.size());
        vector.allocateNew();
        for (int i = 0; i < values.size(); i++) {
            set(vector, i, values.get(i));
        }
        vector.setValueCount(values.size());
        return vector;
    }

    private static void set(FieldVector vector, int row, Object value) {
        if (value instanceof Integer number) {
            ((IntVector) vector).setSafe(row, number);
        } else if (value instanceof Long number) {
            ((BigIntVector) vector).setSafe(row, number);
        } else if (value instanceof Double number) {
            ((Float8Vector) vector).setSafe(row, number);
        } else if (value != null) {
            ((VarCharVector) vector).setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The metadata that the server answers with. */
    private static final class Answer extends AsyncPutListener {

        private volatile String text = "";

        @Override
        public void onNext(PutResult result) {
            ArrowBuf metadata = result.getApplicationMetadata();
            byte[] bytes = new byte[(int) metadata.readableBytes()];
            metadata.getBytes(metadata.readerIndex(), bytes);
            text = new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
