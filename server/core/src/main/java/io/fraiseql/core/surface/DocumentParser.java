package io.fraiseql.core.surface;

import graphql.GraphQLException;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.fraiseql.core.error.CoreErrorCode;
import java.util.Locale;

/** Parses documents, within limits that keep hostile ones cheap. Thread-safe. */
final class DocumentParser {

    private static final int MAX_CHARACTERS = 1 << 20;
    /** Grammar rules entered at once; a selection set or an object takes about three. */
    private static final int MAX_RULE_DEPTH = 500;

    private final ParserOptions options;

    DocumentParser(int maxTokens) {
        options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .readerTrackData(false)
                .maxCharacters(MAX_CHARACTERS)
                .maxTokens(maxTokens)
                .maxWhitespaceTokens(MAX_CHARACTERS)
                .maxRuleDepth(MAX_RULE_DEPTH)
                .build();
    }

    Document parse(String document) {
        if (DigitRuns.tooLong(document)) {
            throw Problems.one(
                    null,
                    CoreErrorCode.GRAPHQL_PARSE_FAILED,
                    "A number has more than " + DigitRuns.MAX + " digits; pass it as a string.");
        }
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(document)
                .parserOptions(options)
                .locale(Locale.ROOT)
                .build();
        try {
            return Parser.parse(environment);
        } catch (InvalidSyntaxException e) {
            throw Problems.one(e.getLocation(), CoreErrorCode.GRAPHQL_PARSE_FAILED, String.valueOf(e.getMessage()));
        } catch (GraphQLException e) {
            throw Problems.one(null, CoreErrorCode.GRAPHQL_PARSE_FAILED, "The document is not valid GraphQL.");
        }
    }
}
