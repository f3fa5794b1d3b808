package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.mysql.sql.Server;
import java.sql.SQLException;

/** Another server answers than the one that the URL's scheme names. */
final class WrongServerException extends SQLException {

    private static final long serialVersionUID = 1L;

    WrongServerException(Server named, String version) {
        super("the server is " + named.other().product() + " " + version + " and not " + named.product() + "; write "
                + named.other().prefix() + " in the url and compile for "
                + named.other().dialect());
    }
}
