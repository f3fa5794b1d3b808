package io.fraiseql.server.cli;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.JobsConfig;
import io.fraiseql.server.config.PluginChoice;
import io.fraiseql.server.observer.JobQueues;
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
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code jobs list|show|stats config.yml}: looks at the queues of jobs. */
public final class JobsCommand extends SystemCommand {

    private static final String LINE = "%-56s %-9s %-9s %-10s %8s  %-26s %s";
    private static final String COUNTS = "%-9s %8s %8s %8s %8s";

    private final Host host;

    /** @param migrations the folder with {@code fraiseql.xml} */
    public JobsCommand(Host host, Path migrations) {
        super("jobs", "looks at the queues of jobs", host, migrations);
        this.host = host;
    }

    @Override
    void actions(Argument action) {
        action.choices("list", "show", "stats")
                .help("list jobs, of one --queue, --state or --rule or of all; show one by --id; count them");
    }

    @Override
    void options(Subparser parser) {
        parser.addArgument("--id").help("which one, as 'list' shows it");
        parser.addArgument("--queue").help("only those in it: 'database', or what jobs.queue names");
        parser.addArgument("--state").choices(ShownJob.STATES).help("only those that stand so");
        parser.addArgument("--rule").help("only those of this rule");
        parser.addArgument("--limit")
                .type(Integer.class)
                .help("how many of a state to list at most, from 1 to 1000; 100 when it is not said");
    }

    @Override
    Map<String, Set<String>> taken() {
        return Map.of(
                "list", Set.of("queue", "state", "rule", "limit"),
                "show", Set.of("id", "queue"),
                "stats", Set.of("queue"));
    }

    @Override
    void run(String action, Target target, Output output) {
        target.tables().require(false);
        PluginChoice<JobQueue> choice = target.configuration().jobQueue();
        try (JobQueue elsewhere = choice == null ? null : choice.open(host.context())) {
            JobQueues queues = queues(target, elsewhere);
            Namespace arguments = target.arguments();
            switch (action) {
                case "list" -> list(jobs(queues, arguments), output);
                case "stats" -> stats(queues.figures(), output);
                default -> show(one(queues, arguments.getString("id")), output);
            }
        }
    }

    private JobQueues queues(Target target, @Nullable JobQueue elsewhere) {
        EventStore store =
                new EventStore(target.database(), target.choice().offer().dialect());
        JobsConfig config = target.configuration().section(JobsConfig.class);
        return JobQueues.of(config, new DatabaseJobs(store, host.context().clock()), elsewhere)
                .only(target.arguments().getString("queue"), CoreErrorCode.INVALID_CONFIGURATION);
    }

    private static List<ShownJob> jobs(JobQueues queues, Namespace arguments) {
        return queues.list(arguments.getString("state"), arguments.getString("rule"), limit(arguments, ""));
    }

    private static ShownJob one(JobQueues queues, @Nullable String id) {
        if (id == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "say which one: --id ID, as 'jobs list' shows it");
        }
        return queues.find(id);
    }

    private static void list(List<ShownJob> jobs, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(LINE.formatted("id", "queue", "state", "type", "attempt", "until", "worker"));
                    jobs.forEach(job -> lines.add(line(job.queued().job(), job)));
                    return String.join("\n", lines);
                },
                () -> Map.of("jobs", jobs.stream().map(ShownJob::values).toList()));
    }

    private static String line(Job job, ShownJob shown) {
        return LINE.formatted(
                job.id(),
                shown.queue(),
                shown.state(),
                job.type(),
                job.attempt(),
                job.runAt(),
                shown.queued().worker());
    }

    private static void show(ShownJob job, Output output) {
        output.write(
                () -> job.values().entrySet().stream()
                        .map(value -> "%-12s %s".formatted(value.getKey(), value.getValue()))
                        .collect(Collectors.joining("\n")),
                job::values);
    }

    private static void stats(Map<String, JobFigures> figures, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(COUNTS.formatted("queue", "pending", "delayed", "running", "all"));
                    figures.forEach((queue, each) -> lines.add(
                            COUNTS.formatted(queue, each.pending(), each.delayed(), each.running(), each.all())));
                    return String.join("\n", lines);
                },
                () -> ShownJob.counts(figures));
    }
}
