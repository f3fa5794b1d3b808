package io.fraiseql.server.config;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** The {@code graphql} section: what a request may ask and cost. */
public record GraphqlConfig(
        @Default("1000") @Help("The largest 'limit' a client may ask for")
        int maxPageSize,

        @Default("100000")
        @Help("Rows that one request may read, over all its lists; more is an error, never a short list")
        int maxRows,

        @Default("64MiB") @Help("The size of the largest response")
        ByteSize maxResponseBytes,

        @Default("15") @Help("How deep a selection may nest")
        int maxDepth,

        @Default("1000") @Help("The largest cost of an operation, counted with its fragments, variables and list sizes")
        int maxComplexity,

        @Default("50") @Help("Aliases in one document") int maxAliases,
        @Default("20") @Help("Root fields in one operation") int maxRootFields,

        @Default("database")
        @Help(
                "The order of texts: 'database' uses its collation and indexes, 'codepoint' is the same on every database")
        TextOrder textOrder,

        @Default("true")
        @Help("Whether clients may read the schema through __schema and __type; not when http.production is true")
        boolean introspection,

        @Default("true") @Help("Whether /graphiql serves the query editor; not when http.production is true")
        boolean graphiql,

        @Default("1000") @Help("Compiled operations that are kept ready")
        int planCacheSize,

        @Default("allow")
        @Help(
                "Documents compiled by 'compile --operations': 'allow' serves them by id, 'require' serves no others, 'off' serves "
                        + "none by id")
        TrustedDocuments trustedDocuments,

        @Default("{}") @Help("Automatic persisted queries") PersistedQueriesConfig persistedQueries,

        @Default("{}") @Help("Results that are kept") CacheConfig cache) {

    /** How texts are ordered and compared by range. */
    public enum TextOrder {
        DATABASE,
        CODEPOINT
    }

    /** What the documents are to the server that were compiled with the schema. */
    public enum TrustedDocuments {
        OFF,
        ALLOW,
        REQUIRE
    }

    public GraphqlConfig {
        atLeastOne("maxPageSize", maxPageSize);
        atLeastOne("maxRows", maxRows);
        atLeastOne("maxResponseBytes", maxResponseBytes.bytes());
        atLeastOne("maxDepth", maxDepth);
        atLeastOne("maxComplexity", maxComplexity);
        atLeastOne("maxAliases", maxAliases);
        atLeastOne("maxRootFields", maxRootFields);
        atLeastOne("planCacheSize", planCacheSize);
        atMostAnArray("maxResponseBytes", maxResponseBytes);
        if (persistedQueries.enabled() && trustedDocuments == TrustedDocuments.REQUIRE) {
            throw new IllegalArgumentException(
                    "persistedQueries.enabled has no effect where trustedDocuments is require; switch one of them off");
        }
    }

    /** Whether any document may be sent, so that tools such as GraphiQL can work. */
    public boolean anyDocument() {
        return trustedDocuments != TrustedDocuments.REQUIRE;
    }

    private static void atLeastOne(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be more than 0");
        }
    }

    private static void atMostAnArray(String key, ByteSize size) {
        if (size.bytes() > 1L << 30) {
            throw new IllegalArgumentException(key + " must be at most 1GiB");
        }
    }
}
