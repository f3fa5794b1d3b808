package io.fraiseql.distribution;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Options with which the JVM of this build starts in a third of the processor time: most processes of tests end before a second
 * compiler, or an early first one, has paid for itself, and their classes are those that another process has parsed and checked.
 */
final class QuickStart {

    private static final List<String> BRIEF = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:Tier3InvocationThreshold=1000",
            "-XX:Tier3MinInvocationThreshold=500",
            "-XX:Tier3CompileThreshold=5000",
            "-XX:+UseSerialGC");
    private static final List<String> OPTIONS = withArchive();

    private QuickStart() {}

    static List<String> options() {
        return OPTIONS;
    }

    /** These and more. */
    static List<String> with(String... more) {
        return Stream.concat(OPTIONS.stream(), Stream.of(more)).toList();
    }

    private static List<String> withArchive() {
        Path archive = Path.of(System.getProperty("distribution.classes"));
        try (FileChannel channel = FileChannel.open(
                        archive.resolveSibling("classes.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!isCurrent(archive)) {
                make(archive);
            }
            return briefWith("-XX:SharedArchiveFile=" + archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCurrent(Path archive) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(Distribution.builtServer()))
                        > 0;
    }

    /** The classes of a server that was started with the demo, noted by the JVM when it ended. */
    private static void make(Path archive) throws IOException {
        Path folder = Files.createTempDirectory(archive.getParent(), "classes");
        DatabaseFolder.demo(folder, TestDatabase.SQLITE)
                .distribution()
                .start(
                        Distribution.currentJdk(),
                        briefWith("-XX:ArchiveClassesAtExit=made.jsa"),
                        "server",
                        "config.yml")
                .close();
        Files.move(folder.resolve("made.jsa"), archive, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> briefWith(String option) {
        List<String> options = new ArrayList<>(BRIEF);
        options.add(option);
        return List.copyOf(options);
    }
}
