package io.fraiseql.server.http;

/** Reads single values from {@code /metrics}. */
final class Scrape {

    private Scrape() {}

    /** The value of a series, written as it is exposed; 0 when there is none yet. */
    static double value(TestingServer server, String series) {
        return server.get(server.adminUri("/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
