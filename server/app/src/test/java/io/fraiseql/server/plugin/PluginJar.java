package io.fraiseql.server.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds plugin jars from source text, so that a test shows the plugin it is about. */
public final class PluginJar {

    private static final String SERVICE = "META-INF/services/io.fraiseql.spi.FraiseqlPlugin";

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final List<String> services = new ArrayList<>();
    private final List<JavaFileObject> sources = new ArrayList<>();

    public PluginJar(String id) {
        manifest.put("Plugin-Id", id);
        manifest.put("Plugin-Version", "1.2.3");
        manifest.put("Plugin-Requires", ">=0.1.0 & <0.2.0");
    }

    public PluginJar manifest(String entry, String value) {
        manifest.put(entry, value);
        return this;
    }

    public PluginJar without(String entry) {
        manifest.remove(entry);
        return this;
    }

    /** A class that is the plugin's entry; SPI packages are imported. */
    public PluginJar entry(String name, String body) {
        services.add("p." + name);
        return type("public class " + name + " implements FraiseqlPlugin { " + body + " }", name);
    }

    public PluginJar type(String source, String name) {
        String imports =
                "package p; import io.fraiseql.spi.*; import io.fraiseql.spi.database.*; import io.fraiseql.spi.host.*;"
                        + " import io.fraiseql.spi.secret.*; import io.fraiseql.spi.sql.*; import java.util.*; ";
        sources.add(new SimpleJavaFileObject(URI.create("string:///p/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return imports + source;
            }
        });
        return this;
    }

    /** Writes the jar and returns it. */
    public Path in(Path folder, String fileName) throws IOException {
        Path classes = Files.createTempDirectory("plugin-classes");
        compile(classes);
        Path jar = folder.resolve(fileName);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest())) {
            if (!services.isEmpty()) {
                write(entries, SERVICE, String.join("\n", services).getBytes(StandardCharsets.UTF_8));
            }
            try (Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    write(entries, classes.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return jar;
    }

    private void compile(Path classes) {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        if (!compiler.getTask(null, null, null, options, null, sources).call()) {
            throw new IllegalArgumentException("the plugin's source does not compile");
        }
    }

    private Manifest manifest() {
        Manifest written = new Manifest();
        written.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.forEach(written.getMainAttributes()::putValue);
        return written;
    }

    private static void write(JarOutputStream entries, String name, byte[] content) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(content);
        entries.closeEntry();
    }
}
