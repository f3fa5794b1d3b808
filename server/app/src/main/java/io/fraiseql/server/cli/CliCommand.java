package io.fraiseql.server.cli;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** A command that needs no configuration file. Results go to standard output, as text or JSON; errors to standard error. */
public abstract class CliCommand extends Command {

    protected CliCommand(String name, String description) {
        super(name, description);
    }

    @Override
    public final void configure(Subparser parser) {
        parser.addArgument("--format")
                .choices("text", "json")
                .setDefault("text")
                .help("how results are written");
        options(parser);
    }

    @Override
    public final void run(Bootstrap<?> bootstrap, Namespace arguments) {
        run(arguments, new Output(System.out, "json".equals(arguments.getString("format"))));
    }

    @Override
    public final void onError(Cli cli, Namespace arguments, Throwable failure) {
        Failure.print(failure, false, cli.getStdErr());
    }

    /** Declares this command's own arguments; what is not declared is refused. */
    protected abstract void options(Subparser parser);

    /**
     * Does the work.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException to fail; see {@link ExitCode}
     */
    protected abstract void run(Namespace arguments, Output output);
}
