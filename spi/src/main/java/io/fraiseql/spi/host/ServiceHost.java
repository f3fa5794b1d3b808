package io.fraiseql.spi.host;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.event.EventQueries;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.upload.RowUploads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the host gives a network service. Implemented by the host; usable from any thread. */
public interface ServiceHost {

    /** Queries for rows. */
    RowQueries queries();

    /** The event log. */
    EventQueries events();

    /** Rows to be written. */
    RowUploads uploads();

    /**
     * The schemas of a folder of {@code .arrow-schema} files, by name and version; reads it anew at each call.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException {@code INVALID_SCHEMA} with every problem of every file
     */
    List<DeclaredSchema> declaredSchemas(String folder);

    /** Forgets the results of queries that the server keeps; the next caller of each has it read anew. */
    void forgetResults();

    /** Figures of this service. */
    ServiceMetrics metrics();

    /** Runs the checks of the server now, by name whether each found all well; may wait some seconds for a database that is lost. */
    Map<String, Boolean> health();

    /**
     * Says who asks and names the request, by the same headers as HTTP.
     *
     * @param headers a header by its lower-case name, null when the caller sent none
     * @param timeout how long the request may take from now
     */
    RequestContext begin(Function<String, @Nullable String> headers, Duration timeout);
}
