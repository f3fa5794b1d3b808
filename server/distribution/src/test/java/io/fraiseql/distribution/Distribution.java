package io.fraiseql.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A distribution in a folder of its own: the built {@code server.jar} with the plugins and files that a test wants. */
public final class Distribution {

    private static final Path BUILT = Path.of(System.getProperty("distribution.folder"));
    private static final Path EXAMPLE = Path.of(System.getProperty("distribution.example"));

    private final Path folder;

    private Distribution(Path folder) {
        this.folder = folder;
    }

    /** The {@code server.jar} of this build. */
    static Path builtServer() {
        return BUILT.resolve("server.jar");
    }

    /** When the newest jar of this build was made. */
    static FileTime buildTime() {
        try (Stream<Path> jars = Files.list(BUILT.resolve("plugins"))) {
            FileTime newest = Files.getLastModifiedTime(builtServer());
            for (Path jar : jars.toList()) {
                FileTime made = Files.getLastModifiedTime(jar);
                newest = made.compareTo(newest) > 0 ? made : newest;
            }
            return newest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server without plugins. */
    static Distribution empty(Path folder) throws IOException {
        place(builtServer(), folder.resolve("server.jar"));
        Files.createDirectories(folder.resolve("plugins"));
        return new Distribution(folder);
    }

    /** As a link where both are on one file system: jars are large, and folders many. */
    private static void place(Path jar, Path target) throws IOException {
        try {
            Files.createLink(target, jar);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(jar, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** The server with everything that is shipped. */
    static Distribution shipped(Path folder) throws IOException {
        Distribution distribution = empty(folder);
        Files.copy(BUILT.resolve("config.yml"), folder.resolve("config.yml"));
        try (Stream<Path> jars = Files.list(BUILT.resolve("plugins"))) {
            for (Path jar : jars.toList()) {
                place(jar, distribution.plugins().resolve(jar.getFileName()));
            }
        }
        Files.createDirectories(folder.resolve("migrations"));
        Files.copy(BUILT.resolve("migrations/fraiseql.xml"), folder.resolve("migrations/fraiseql.xml"));
        Path demo = Files.createDirectories(folder.resolve("migrations/demo"));
        try (Stream<Path> files = Files.list(BUILT.resolve("migrations/demo"))) {
            for (Path file : files.toList()) {
                Files.copy(file, demo.resolve(file.getFileName()));
            }
        }
        return distribution;
    }

    /** Every JDK to test with: the one of this build, and Temurin 25 where it is installed. */
    static Stream<Path> jdks() {
        Path newest = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");
        return Stream.of(currentJdk(), newest).filter(Files::isDirectory).distinct();
    }

    static Path currentJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    Distribution withExamplePlugin() throws IOException {
        Files.copy(EXAMPLE, plugins().resolve("example.jar"));
        return this;
    }

    public Distribution withFile(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return this;
    }

    Path folder() {
        return folder;
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    /** Runs a command to its end. */
    Ended run(Path jdk, String... arguments) throws IOException {
        return run(jdk, List.of(), arguments);
    }

    /** The same with options for the JVM. */
    Ended run(Path jdk, List<String> options, String... arguments) throws IOException {
        return ended(command(jdk, options, arguments));
    }

    /** Runs a command to its end with the JDK of this build. */
    Ended run(String... arguments) throws IOException {
        return run(currentJdk(), QuickStart.options(), arguments);
    }

    /** Starts the server with options for the JVM and waits until it is ready. */
    DistributionProcess start(Path jdk, List<String> options, String... arguments) throws IOException {
        return DistributionProcess.of(process(jdk, options, arguments));
    }

    /** Starts a process whose standard output has its errors too. */
    Process process(Path jdk, List<String> options, String... arguments) throws IOException {
        return command(jdk, options, arguments).redirectErrorStream(true).start();
    }

    /** Starts the server quickly and waits until it is ready. */
    public DistributionProcess start(String... arguments) throws IOException {
        return start(currentJdk(), QuickStart.options(), arguments);
    }

    /** Starts the server as it is shipped, with no options for the JVM. */
    DistributionProcess start(Path jdk, String... arguments) throws IOException {
        return start(jdk, List.of(), arguments);
    }

    private ProcessBuilder command(Path jdk, List<String> options, String... arguments) {
        List<String> words = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        words.addAll(options);
        words.addAll(List.of("-jar", "server.jar"));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).directory(folder.toFile());
    }

    private Ended ended(ProcessBuilder builder) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the command did not end: " + builder.command());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(new IOException(e));
        }
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** How a command ended. */
    public record Ended(int exitCode, String out, String err) {}
}
