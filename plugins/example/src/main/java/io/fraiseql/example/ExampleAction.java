package io.fraiseql.example;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template.Escape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends a line to a file, and the delivery's id, by which a line that comes twice is known. */
final class ExampleAction implements Action<ExampleParameters> {

    private final Path folder;

    ExampleAction(Path folder) {
        this.folder = folder;
    }

    @Override
    public void run(ExampleParameters parameters, Delivery delivery) {
        String line = parameters.line().render(delivery.event(), Escape.NONE) + "\t" + delivery.id() + "\n";
        try {
            Files.writeString(
                    folder.resolve(parameters.file()),
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw ActionFailedException.temporary(parameters.file() + " cannot be written", e);
        }
    }
}
