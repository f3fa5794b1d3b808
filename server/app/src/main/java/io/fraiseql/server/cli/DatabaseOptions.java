package io.fraiseql.server.cli;

import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.DatabaseOpener;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.plugin.Plugins;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** The options by which a command is told its database. */
final class DatabaseOptions {

    private final Host host;

    DatabaseOptions(Host host) {
        this.host = host;
    }

    void declare(Subparser parser, boolean required) {
        parser.addArgument("--database").metavar("URL").required(required).help("the JDBC URL of the database");
        parser.addArgument("--user").help("the database user");
        parser.addArgument("--password").help("its password; write a reference such as '${env:PGPASSWORD}'");
    }

    DatabaseChoice choose(Namespace arguments, Plugins plugins) {
        return new DatabaseOpener(host, plugins)
                .choose(arguments.getString("database"), arguments.getString("user"), arguments.getString("password"));
    }
}
