package io.nextline.core.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The trial files as they ship, and the tables they are held against. */
final class TrialBase {
    private TrialBase() {}

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(resource("/io/nextline/evidence/trials"))) {
            for (Path path : paths.sorted().toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static List<Trial> trials() {
        return new TrialReader().readAll(files());
    }

    static Trial trial(String id) {
        return trials().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static String text(String file) {
        return new String(files().get(file), StandardCharsets.UTF_8);
    }

    /** Returns the rows of a table below its head. */
    static List<String[]> table(String name) {
        try {
            return Files.readAllLines(resource("/io/nextline/core/trial/" + name)).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        try {
            return Path.of(TrialBase.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
