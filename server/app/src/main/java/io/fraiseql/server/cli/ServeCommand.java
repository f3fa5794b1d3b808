package io.fraiseql.server.cli;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.EnvironmentCommand;
import io.dropwizard.core.setup.Environment;
import io.fraiseql.server.config.FraiseqlConfiguration;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** {@code server config.yml}: serves until the process is told to stop. A server that cannot start says why in a line. */
public class ServeCommand extends EnvironmentCommand<FraiseqlConfiguration> {

    public ServeCommand(Application<FraiseqlConfiguration> application) {
        this(application, "server", "runs the server");
    }

    ServeCommand(Application<FraiseqlConfiguration> application, String name, String description) {
        super(application, name, description);
    }

    @Override
    protected Class<FraiseqlConfiguration> getConfigurationClass() {
        return FraiseqlConfiguration.class;
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return parser.addArgument("file").help("the configuration file");
    }

    @Override
    protected void run(Environment environment, Namespace arguments, FraiseqlConfiguration configuration)
            throws Exception {
        Server server = configuration.getServerFactory().build(environment);
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopped(LifeCycle event) {
                cleanup();
            }
        });
        cleanupAsynchronously();
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        Failure.print(failure, Failure.debug(getConfiguration()), cli.getStdErr());
    }
}
