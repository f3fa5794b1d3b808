package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.spi.database.DatabaseErrorCode;
import java.sql.SQLException;

/** The servers' error numbers (MySQL: server error message reference; MariaDB: error codes). */
final class MysqlErrors extends SqlErrors {

    private static final int OUT_OF_RANGE = 1690;
    private static final int FIRST_REGEX = 3685;
    private static final int LAST_REGEX = 3699;
    private static final int MARIADB_REGEX = 1139;
    /** What the driver itself says where it has neither TLS nor the server's key to send a password by. */
    private static final String NO_PUBLIC_KEY = "S1009";

    private static final int SELF_SIGNED = -1;

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
            case 1317, 3024, 1969, 1205 -> DatabaseErrorCode.TIMEOUT;
            case 1040, 1203, 1226 -> DatabaseErrorCode.OVERLOADED;
            case 1053, 1077, 1152, 1184, 1927, 3169 -> DatabaseErrorCode.UNAVAILABLE;
            case 1044, 1045, 1049, 1142, 1143, 1227, 1251, 1698 -> DatabaseErrorCode.MISCONFIGURED;
            case 1267, 3988 -> DatabaseErrorCode.BAD_USER_INPUT;
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
                case 1267, 3988 -> "the text holds a character that the column's character set does not have";
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
