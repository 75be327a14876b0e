package io.nextline.samples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a command writes its report, if the user asks for one. */
final class ReportFile {

    private ReportFile() {}

    /**
     * Writes the report.
     *
     * @param option the option that names the file
     * @param file the file; null where none is asked for
     */
    static void write(String option, @Nullable Path file, String content) {
        if (file == null) {
            return;
        }
        Path place = file.toAbsolutePath().normalize();
        try {
            Path parent = place.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(place, content, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UsageException(
                    option + ": " + file + " cannot be written; name a file in a folder you may write to");
        }
    }
}
