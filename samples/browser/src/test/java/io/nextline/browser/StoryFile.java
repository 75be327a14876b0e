package io.nextline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A story as {@code nextline explain FILE --html OUT} leaves it in a folder. */
final class StoryFile {

    private static final String AS_OF = "2026-11-21";

    private StoryFile() {}

    /** Writes a record into the folder, has the command make its story there, and returns the story's file name. */
    static String of(String bundle, Path folder, String name) throws Exception {
        Path record = Files.writeString(folder.resolve(name + ".json"), bundle);
        Path story = folder.resolve(name + ".html");
        explain(record, story);
        return story.getFileName().toString();
    }

    private static void explain(Path record, Path story) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.nextline.samples.cli.NextlineCommand",
                        "explain",
                        record.toString(),
                        "--as-of",
                        AS_OF,
                        "--html",
                        story.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(command.exitValue()).as(said).isZero();
    }
}
