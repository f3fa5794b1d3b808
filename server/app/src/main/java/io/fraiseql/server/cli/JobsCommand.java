package io.fraiseql.server.cli;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.PluginChoice;
import io.fraiseql.server.observer.ShownJob;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code jobs list|show|stats config.yml}: looks at the queue of jobs. */
public final class JobsCommand extends SystemCommand {

    private static final String LINE = "%-56s %-9s %-10s %8s  %-26s %s";
    private static final int DEFAULT_LIMIT = 100;

    private final Host host;

    /** @param migrations the folder with {@code fraiseql.xml} */
    public JobsCommand(Host host, Path migrations) {
        super("jobs", "looks at the queue of jobs", host, migrations);
        this.host = host;
    }

    @Override
    void actions(Argument action) {
        action.choices("list", "show", "stats")
                .help("list jobs, of one --state or --rule or of all; show one by --id; count them");
    }

    @Override
    void options(Subparser parser) {
        parser.addArgument("--id").help("which one, as 'list' shows it");
        parser.addArgument("--state").choices(ShownJob.STATES).help("only those that stand so");
        parser.addArgument("--rule").help("only those of this rule");
        parser.addArgument("--limit")
                .type(Integer.class)
                .setDefault(DEFAULT_LIMIT)
                .help("how many of a state to list at most");
    }

    @Override
    void run(String action, Target target, Output output) {
        target.tables().require(false);
        try (JobQueue queue = open(target)) {
            Namespace arguments = target.arguments();
            switch (action) {
                case "list" -> list(jobs(queue, arguments), output);
                case "stats" -> stats(queue.figures(), output);
                default -> show(one(queue, arguments.getString("id")), output);
            }
        }
    }

    private JobQueue open(Target target) {
        PluginChoice<JobQueue> elsewhere = target.configuration().jobQueue();
        return elsewhere == null
                ? new DatabaseJobs(
                        new EventStore(
                                target.database(), target.choice().offer().dialect()),
                        host.context().clock())
                : elsewhere.open(host.context());
    }

    private static List<ShownJob> jobs(JobQueue queue, Namespace arguments) {
        return ShownJob.list(
                queue, arguments.getString("state"), arguments.getString("rule"), arguments.getInt("limit"));
    }

    private static ShownJob one(JobQueue queue, @Nullable String id) {
        if (id == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "say which one: --id ID, as 'jobs list' shows it");
        }
        return ShownJob.find(queue, id);
    }

    private static void list(List<ShownJob> jobs, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(LINE.formatted("id", "state", "type", "attempt", "until", "worker"));
                    jobs.forEach(job -> lines.add(line(job.queued().job(), job)));
                    return String.join("\n", lines);
                },
                () -> Map.of("jobs", jobs.stream().map(ShownJob::values).toList()));
    }

    private static String line(Job job, ShownJob shown) {
        return LINE.formatted(
                job.id(),
                shown.state(),
                job.type(),
                job.attempt(),
                job.runAt(),
                shown.queued().worker());
    }

    private static void show(ShownJob job, Output output) {
        output.write(() -> lines(job.values(), "%-12s %s"), job::values);
    }

    private static void stats(JobFigures figures, Output output) {
        Map<String, Long> counts = ShownJob.counts(figures);
        output.write(() -> lines(counts, "%-8s %s"), () -> counts);
    }

    private static String lines(Map<String, ?> values, String line) {
        return values.entrySet().stream()
                .map(value -> line.formatted(value.getKey(), value.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
