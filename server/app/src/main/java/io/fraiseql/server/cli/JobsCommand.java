package io.fraiseql.server.cli;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.PluginChoice;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                .help("list jobs, of one --state or of all; show one by --id; count them");
    }

    @Override
    void options(Subparser parser) {
        parser.addArgument("--id").help("which one, as 'list' shows it");
        parser.addArgument("--state").choices("pending", "delayed", "running").help("only those that stand so");
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

    private static List<QueuedJob> jobs(JobQueue queue, Namespace arguments) {
        String state = arguments.getString("state");
        List<QueuedJob> jobs = new ArrayList<>();
        for (QueuedJob.State each : QueuedJob.State.values()) {
            if (state == null || each.name().equals(state.toUpperCase(Locale.ROOT))) {
                jobs.addAll(queue.browse(each, arguments.getInt("limit")));
            }
        }
        return jobs;
    }

    private static QueuedJob one(JobQueue queue, @Nullable String id) {
        if (id == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "say which one: --id ID, as 'jobs list' shows it");
        }
        QueuedJob job = queue.find(id);
        if (job == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND, "there is no job " + id + "; when it was given up, see 'dlq list'");
        }
        return job;
    }

    private static void list(List<QueuedJob> jobs, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(LINE.formatted("id", "state", "type", "attempt", "until", "worker"));
                    jobs.forEach(job -> lines.add(LINE.formatted(
                            job.job().id(),
                            state(job),
                            job.job().type(),
                            job.job().attempt(),
                            job.job().runAt(),
                            job.worker())));
                    return String.join("\n", lines);
                },
                () -> Map.of("jobs", jobs.stream().map(JobsCommand::value).toList()));
    }

    private static void show(QueuedJob job, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    value(job).forEach((key, value) -> lines.add("%-12s %s".formatted(key, value)));
                    return String.join("\n", lines);
                },
                () -> value(job));
    }

    private static void stats(JobFigures figures, Output output) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pending", figures.pending());
        values.put("delayed", figures.delayed());
        values.put("running", figures.running());
        values.put("all", figures.all());
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    values.forEach((state, count) -> lines.add("%-8s %s".formatted(state, count)));
                    return String.join("\n", lines);
                },
                () -> values);
    }

    private static String state(QueuedJob job) {
        return job.state().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> value(QueuedJob queued) {
        Job job = queued.job();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", job.id());
        value.put("state", state(queued));
        value.put("rule", job.rule());
        value.put("action", job.action() + 1);
        value.put("type", job.type());
        value.put("organisation", job.organisation());
        value.put("priority", job.priority());
        value.put("attempt", job.attempt());
        value.put("runAt", job.runAt().toString());
        value.put("worker", queued.worker());
        value.put("history", JsonText.parse(job.history(), new Problems()));
        value.put("event", JsonText.parse(job.event(), new Problems()));
        return value;
    }
}
