package io.fraiseql.server.cli;

import io.fraiseql.core.event.CursorState;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LogFigures;
import io.fraiseql.core.event.LogFigures.Behind;
import io.fraiseql.server.config.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Argument;

/** {@code events status config.yml}: how far the event log is written and read, and by which server. */
public final class EventsCommand extends SystemCommand {

    private static final String LINE = "%-20s %10s %10s %10s  %s";

    private final Host host;

    /** @param migrations the folder with {@code fraiseql.xml} */
    public EventsCommand(Host host, Path migrations) {
        super("events", "looks at the event log", host, migrations);
        this.host = host;
    }

    @Override
    void actions(Argument action) {
        action.choices("status").help("say for each cursor where it is, how far behind, and which server moves it");
    }

    @Override
    void run(String action, Target target, Output output) {
        target.tables().require(false);
        EventStore store =
                new EventStore(target.database(), target.choice().offer().dialect());
        Map<String, Behind> behind = new LogFigures(store, host.context().clock()).behind();
        List<CursorState> cursors = new EventReader(store).cursors();
        output.write(() -> text(cursors, behind), () -> Map.of("cursors", values(cursors, behind)));
    }

    private static String text(List<CursorState> cursors, Map<String, Behind> behind) {
        List<String> lines = new ArrayList<>();
        lines.add(LINE.formatted("cursor", "position", "behind", "seconds", "server"));
        for (CursorState cursor : cursors) {
            Behind figures = figures(cursor, behind);
            lines.add(String.format(
                    Locale.ROOT,
                    LINE,
                    cursor.name(),
                    cursor.position(),
                    figures.events(),
                    String.format(Locale.ROOT, "%.1f", figures.seconds()),
                    cursor.owner() == null ? "none" : cursor.owner()));
        }
        return String.join("\n", lines);
    }

    private static List<Map<String, ?>> values(List<CursorState> cursors, Map<String, Behind> behind) {
        List<Map<String, ?>> values = new ArrayList<>();
        for (CursorState cursor : cursors) {
            Behind figures = figures(cursor, behind);
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("name", cursor.name());
            value.put("position", cursor.position());
            value.put("behind", figures.events());
            value.put("seconds", figures.seconds());
            value.put("server", cursor.owner());
            values.add(value);
        }
        return values;
    }

    /** A cursor may be made between the two looks. */
    private static Behind figures(CursorState cursor, Map<String, Behind> behind) {
        return behind.getOrDefault(cursor.name(), new Behind(0, 0));
    }
}
