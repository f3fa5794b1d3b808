package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the operation of a request: by its text, as a trusted document or as an automatic persisted query. Thread-safe. */
final class Documents {

    private final PlanCache cache;
    private final EngineStatistics statistics;
    private final boolean onlyTrusted;
    private final Map<String, String> trusted = new HashMap<>();
    private final Set<String> trustedTexts = new HashSet<>();
    private final @Nullable PersistedQueries persisted;

    /**
     * Makes the plans of the trusted documents.
     *
     * @throws FraiseqlException {@link CoreErrorCode#INVALID_SCHEMA} when one cannot be served
     */
    Documents(DocumentOptions options, PlanCache cache, EngineStatistics statistics) {
        this.cache = cache;
        this.statistics = statistics;
        this.onlyTrusted = options.onlyTrusted();
        this.persisted = options.persisted() == null ? null : new PersistedQueries(options.persisted(), statistics);
        for (TrustedDocument document : options.trusted()) {
            pin(document);
            trusted.put(document.id(), document.text());
            trustedTexts.add(document.text());
        }
    }

    private void pin(TrustedDocument document) {
        try {
            cache.pin(document.text(), document.samples());
        } catch (FraiseqlException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_SCHEMA,
                    "the compiled operation " + document.name() + " cannot be served: " + e.getMessage(),
                    e);
        }
    }

    PreparedOperation prepare(GraphQLRequest request) {
        String text = request.document();
        if (text == null || onlyTrusted || request.named()) {
            return named(request);
        }
        return cache.prepare(text, request.operationName());
    }

    /** How many automatic persisted queries are kept. */
    long persistedSize() {
        return persisted == null ? 0 : persisted.size();
    }

    private PreparedOperation named(GraphQLRequest request) {
        String text = request.document();
        String id = request.documentId();
        String hash = id == null ? request.persistedHash() : id;
        if (hash == null) {
            return trustedText(String.valueOf(text), request);
        }
        if (text != null && !Sha256.of(text).equals(hash)) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "provided sha does not match query; send the sha256 of exactly the text in \"query\"");
        }
        String known = trusted.get(hash);
        if (known != null) {
            statistics.trustedRequests.increment();
            return cache.prepare(known, request.operationName());
        }
        if (id != null || onlyTrusted) {
            throw notTrusted("there is no trusted document with this id; compile it with the schema (--operations)");
        }
        return persisted(hash, request);
    }

    private PreparedOperation trustedText(String text, GraphQLRequest request) {
        if (!trustedTexts.contains(text)) {
            throw notTrusted(
                    "only documents that were compiled with the schema are served here; send the id of one as \"documentId\"");
        }
        statistics.trustedRequests.increment();
        return cache.prepare(text, request.operationName());
    }

    private PreparedOperation persisted(String hash, GraphQLRequest request) {
        // the messages are the ones that clients of the protocol look for
        if (persisted == null) {
            throw new FraiseqlException(CoreErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
        }
        String text = request.document();
        if (text == null) {
            String known = persisted.find(hash);
            if (known == null) {
                throw new FraiseqlException(CoreErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
            }
            return cache.prepare(known, request.operationName());
        }
        PreparedOperation valid = cache.prepare(text, request.operationName());
        persisted.register(hash, text);
        return valid;
    }

    private FraiseqlException notTrusted(String message) {
        statistics.untrustedRequests.increment();
        return new FraiseqlException(CoreErrorCode.DOCUMENT_NOT_TRUSTED, message);
    }
}
