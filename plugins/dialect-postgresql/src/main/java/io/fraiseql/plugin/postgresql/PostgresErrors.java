package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL's error codes (its manual, appendix A). */
final class PostgresErrors extends SqlErrors {

    private static final String SYNTAX_ERROR = "42601";
    private static final String READ_ONLY = "25006";
    private static final String ALWAYS_GENERATED = "428C9";
    private static final Pattern KEY = Pattern.compile("\\(([^()]*)\\)=\\(");

    @Override
    protected ConstraintViolation.@Nullable Kind constraint(SQLException error) {
        return switch (String.valueOf(state(error))) {
            case "23505" -> ConstraintViolation.Kind.UNIQUE;
            case "23503", "23001" -> ConstraintViolation.Kind.FOREIGN_KEY;
            case "23502" -> ConstraintViolation.Kind.NOT_NULL;
            case "23514" -> ConstraintViolation.Kind.CHECK;
            case "23P01" -> ConstraintViolation.Kind.EXCLUSION;
            default -> null;
        };
    }

    /** A missing value is told with its column; keys stand in the detail as {@code (a, b)=(1, 2)}, in every language. */
    @Override
    protected List<String> columns(SQLException error, ConstraintViolation.Kind broken) {
        ServerErrorMessage server = error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (server == null) {
            return List.of();
        }
        if (server.getColumn() != null) {
            return List.of(server.getColumn());
        }
        Matcher key = KEY.matcher(String.valueOf(server.getDetail()));
        return key.find() ? List.of(key.group(1).split(", ", -1)) : List.of();
    }

    @Override
    protected boolean readOnly(SQLException error) {
        return READ_ONLY.equals(state(error));
    }

    /** The driver's option, which its message names in every language. */
    private static final String RESULT_LIMIT = "maxResultBuffer";

    @Override
    protected DatabaseErrorCode code(SQLException error) {
        String state = state(error);
        if (state == null) {
            return DatabaseErrorCode.INTERNAL;
        }
        if (state.startsWith("08") && String.valueOf(error.getMessage()).contains(RESULT_LIMIT)) {
            return DatabaseErrorCode.QUERY_TOO_COMPLEX;
        }
        return switch (state) {
            case "57014" -> DatabaseErrorCode.TIMEOUT;
            case "57P01", "57P02", "57P03", "57P05" -> DatabaseErrorCode.UNAVAILABLE;
            case "3D000", "42501" -> DatabaseErrorCode.MISCONFIGURED;
            case "40001", "40P01", "55P03" -> DatabaseErrorCode.CONFLICT;
            case ALWAYS_GENERATED -> DatabaseErrorCode.BAD_USER_INPUT;
            case SYNTAX_ERROR ->
                searchSyntax(error) || pathSyntax(error)
                        ? DatabaseErrorCode.BAD_USER_INPUT
                        : DatabaseErrorCode.INTERNAL;
            default -> state.startsWith("53") ? DatabaseErrorCode.OVERLOADED : super.code(error);
        };
    }

    @Override
    protected String message(DatabaseErrorCode code, SQLException error) {
        String state = state(error);
        if (code == DatabaseErrorCode.BAD_USER_INPUT && state != null) {
            return switch (state) {
                case "2201B" -> "the regular expression is not valid; write it in PostgreSQL's form";
                case "22025" -> "the like pattern is not valid; write \\\\ for a backslash";
                case SYNTAX_ERROR ->
                    pathSyntax(error)
                            ? "the path is not valid; write labels with points between them, such as top.science"
                            : "the search text is not valid; join words with & or |, or use webSearch";
                case ALWAYS_GENERATED ->
                    "a column that the database always fills by itself was given a value; leave it out";
                case "22021" -> "the text holds a character that PostgreSQL cannot store (NUL)";
                default -> super.message(code, error);
            };
        }
        if (code == DatabaseErrorCode.QUERY_TOO_COMPLEX) {
            return "the rows are larger than database.maxResultBytes; ask for less with limit, where or fewer fields";
        }
        return super.message(code, error);
    }

    /** A search text that cannot be parsed has the same code as a statement that cannot; the type's name is in every language. */
    private static boolean searchSyntax(SQLException error) {
        return String.valueOf(error.getMessage()).contains("tsquery");
    }

    /** The same of a path or a pattern of paths. */
    private static boolean pathSyntax(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return message.contains("ltree") || message.contains("lquery");
    }
}
