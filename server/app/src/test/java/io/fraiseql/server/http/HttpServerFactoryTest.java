package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.fraiseql.spi.error.FraiseqlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpServerFactoryTest {

    @Test
    void isTheDefault() throws Exception {
        assertThat(read("{}")).isInstanceOf(HttpServerFactory.class);
        assertThat(read("{\"type\":\"fraiseql\"}")).isInstanceOf(HttpServerFactory.class);
        assertThat(((HttpServerFactory) read("{\"maxThreads\":7}")).getMaxThreads())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metricPrefix | \"x\"",
                "responseMeteredLevel | \"ALL\"",
                "enableThreadNameFilter | true",
                "allowedMethods | [\"GET\"]"
            })
    void refusesKeysThatHaveNoEffect(String key, String value) throws Exception {
        ServerFactory server = read("{\"" + key + "\":" + value + "}");

        assertThatThrownBy(() -> server.build(new Environment("test")))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("server." + key);
    }

    private static ServerFactory read(String json) throws Exception {
        Bootstrap<Configuration> bootstrap = new Bootstrap<>(new Application<>() {
            @Override
            public void run(Configuration configuration, Environment environment) {
                throw new AssertionError("not to be run");
            }
        });
        HttpModule.prepare(bootstrap);
        ObjectMapper mapper = bootstrap.getObjectMapper();
        return mapper.readValue(json, ServerFactory.class);
    }
}
