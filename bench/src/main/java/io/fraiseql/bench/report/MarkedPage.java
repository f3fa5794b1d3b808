package io.fraiseql.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown page with sections that are written by a program, between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}. */
public record MarkedPage(Path path) {

    /**
     * Replaces a section.
     *
     * @throws IOException when the page cannot be written or has no such section
     */
    public void replace(String name, String content) throws IOException {
        String page = Files.readString(path);
        String begin = "<!-- begin " + name + " -->\n";
        int start = page.indexOf(begin);
        int end = page.indexOf("<!-- end " + name + " -->");
        if (start < 0 || end < start) {
            throw new IOException(path + " has no section " + name);
        }
        Files.writeString(path, page.substring(0, start + begin.length()) + content + page.substring(end));
    }
}
