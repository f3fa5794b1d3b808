package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The road of a first visitor, on every JDK: make the demo, compile its schema, serve it, ask. */
class DemoIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.Distribution#jdks")
    void servesTheDemoWithoutAComplaintOfTheJvm(Path jdk) throws Exception {
        try (ServedDemo demo = ServedDemo.start(jdk, folder)) {
            String answer = demo.ask("""
                    {"query": "{ country(code: \\"IS\\") { code } countries(limit: 2) { code publishers(limit: 1) { name books(limit: 1) { title } } } }"}
                    """);
            assertThat(answer)
                    .startsWith("{\"data\":{\"country\":{\"code\":\"IS\"},\"countries\":[{\"code\":\"")
                    .contains("\"title\":\"")
                    .doesNotContain("errors");
            assertThat(demo.output())
                    .doesNotContain("WARNING:")
                    .doesNotContain("deprecated")
                    .doesNotContain("sun.misc.Unsafe");
        }
    }
}
