package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The servers' error numbers (MySQL: server error message reference; MariaDB: error codes). */
final class MysqlErrors extends SqlErrors {

    private static final int OUT_OF_RANGE = 1690;
    private static final int FIRST_REGEX = 3685;
    private static final int LAST_REGEX = 3699;
    private static final int MARIADB_REGEX = 1139;
    /** What the driver itself says where it has neither TLS nor the server's key to send a password by. */
    private static final String NO_PUBLIC_KEY = "S1009";

    private static final int SELF_SIGNED = -1;

    /** MariaDB's for every wait for a number that ends without one, a deadlock's too; a number that is too large is another error. */
    private static final int NO_NEXT_KEY = 1467;

    private static final int CHILD_WITHOUT_PARENT = 1452;
    private static final int PARENT_WITH_CHILD = 1451;
    private static final int COLUMN_IS_NULL = 1048;
    private static final int NO_DEFAULT = 1364;
    private static final int CHECK = 3819;
    private static final int MARIADB_CHECK = 4025;

    private static final int FORBIDDEN_BY_OPTION = 1290;
    private static final int READ_ONLY_MODE = 1836;
    private static final int READ_ONLY_SCHEMA = 3989;

    private static final Pattern REFERRING = Pattern.compile("FOREIGN KEY \\(([^)]*)\\)");
    private static final Pattern REFERRED = Pattern.compile("REFERENCES [^(]*\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("('[^']*')");
    private static final Pattern NAME = Pattern.compile("[`\"']([^`\"']*)[`\"']");

    @Override
    protected ConstraintViolation.@Nullable Kind constraint(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1062, 1586 -> ConstraintViolation.Kind.UNIQUE;
            case CHILD_WITHOUT_PARENT, PARENT_WITH_CHILD, 1216, 1217 -> ConstraintViolation.Kind.FOREIGN_KEY;
            case COLUMN_IS_NULL, NO_DEFAULT -> ConstraintViolation.Kind.NOT_NULL;
            case CHECK -> ConstraintViolation.Kind.CHECK;
            case MARIADB_CHECK -> "23000".equals(error.getSQLState()) ? ConstraintViolation.Kind.CHECK : null;
            default -> null;
        };
    }

    /** A foreign key stands in the message as it is declared; a missing value with its column. */
    @Override
    protected List<String> columns(SQLException error, ConstraintViolation.Kind broken) {
        Matcher columns =
                switch (error.getErrorCode()) {
                    case CHILD_WITHOUT_PARENT -> REFERRING.matcher(String.valueOf(error.getMessage()));
                    case PARENT_WITH_CHILD -> REFERRED.matcher(String.valueOf(error.getMessage()));
                    case COLUMN_IS_NULL, NO_DEFAULT -> QUOTED.matcher(String.valueOf(error.getMessage()));
                    default -> null;
                };
        if (columns == null || !columns.find()) {
            return List.of();
        }
        return NAME.matcher(columns.group(1))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    /** An option that forbids a statement may be any; its name stands in the message in every language. */
    @Override
    protected boolean readOnly(SQLException error) {
        return switch (error.getErrorCode()) {
            case READ_ONLY_MODE, READ_ONLY_SCHEMA -> true;
            case FORBIDDEN_BY_OPTION -> String.valueOf(error.getMessage()).contains("read-only");
            default -> false;
        };
    }

    @Override
    protected DatabaseErrorCode code(SQLException error) {
        if (error instanceof WrongServerException) {
            return DatabaseErrorCode.MISCONFIGURED;
        }
        int number = error.getErrorCode();
        if (unprotected(error)) {
            return DatabaseErrorCode.MISCONFIGURED;
        }
        if (regex(number)) {
            return DatabaseErrorCode.BAD_USER_INPUT;
        }
        return switch (number) {
            case 1317, 3024, 1969 -> DatabaseErrorCode.TIMEOUT;
            case 1020, 1205, 1213, NO_NEXT_KEY -> DatabaseErrorCode.CONFLICT;
            case 1040, 1203, 1226 -> DatabaseErrorCode.OVERLOADED;
            case 1053, 1077, 1152, 1184, 1927, 3169 -> DatabaseErrorCode.UNAVAILABLE;
            case 1044, 1045, 1049, 1142, 1143, 1227, 1251, 1698 -> DatabaseErrorCode.MISCONFIGURED;
            case 1265, 1366, 3988 -> DatabaseErrorCode.BAD_USER_INPUT;
            case 3140, 3141, 3156, 3666, 4038, 4178 -> DatabaseErrorCode.VALUE_NOT_READABLE;
            case OUT_OF_RANGE ->
                pattern(error) ? DatabaseErrorCode.BAD_USER_INPUT : DatabaseErrorCode.VALUE_NOT_READABLE;
            default -> super.code(error);
        };
    }

    @Override
    protected String message(DatabaseErrorCode code, SQLException error) {
        int number = error.getErrorCode();
        if (error instanceof WrongServerException) {
            return String.valueOf(error.getMessage());
        }
        if (unprotected(error)) {
            return "the server takes no password over an unprotected connection; add sslMode=verify-full with serverSslCert,"
                    + " or on a trusted network allowPublicKeyRetrieval=true, to the url";
        }
        if (regex(number)) {
            return "the regular expression is not valid; write it in the server's form";
        }
        if (code == DatabaseErrorCode.BAD_USER_INPUT) {
            return switch (number) {
                case OUT_OF_RANGE -> "the like pattern is not valid; write \\\\ for a backslash";
                case 1366, 3988 -> "the text holds a character that the column's character set does not have";
                default -> super.message(code, error);
            };
        }
        return super.message(code, error);
    }

    private static boolean unprotected(SQLException error) {
        return NO_PUBLIC_KEY.equals(error.getSQLState())
                || (error.getErrorCode() == SELF_SIGNED && "42000".equals(error.getSQLState()));
    }

    private static boolean regex(int number) {
        return (number >= FIRST_REGEX && number <= LAST_REGEX) || number == MARIADB_REGEX;
    }

    /** Which of the two deliberate overflows of {@link io.fraiseql.plugin.mysql.sql.Refusal} it was. */
    private static boolean pattern(SQLException error) {
        return String.valueOf(error.getMessage()).contains("DOUBLE");
    }
}
