package io.nextline.core.evidence;

import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the bundled evidence base in a folder, to be spoilt by a test. */
record EvidenceFolder(Path root) {

    static EvidenceFolder copiedTo(Path root) {
        Path bundled = bundled();
        try (Stream<Path> paths = Files.walk(bundled)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = root.resolve(bundled.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EvidenceFolder(root);
    }

    static Path bundled() {
        try {
            return Path.of(EvidenceBase.class
                            .getResource("/io/nextline/evidence/index.json")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> statementFiles() {
        return jsonFiles(bundled().resolve("statements"));
    }

    static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a piece of a file that must be there. */
    EvidenceFolder replace(String file, String piece, String by) {
        String text = read(root.resolve(file));
        if (!text.contains(piece)) {
            throw new IllegalArgumentException(file + " does not hold " + piece);
        }
        return write(file, text.replace(piece, by));
    }

    EvidenceFolder write(String file, String text) {
        try {
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    EvidenceFolder delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String text(String file) {
        return read(root.resolve(file));
    }

    EvidenceBase load() {
        return EvidenceBase.fromDirectory(root);
    }

    /** Returns the problems of loading; none if it loads. */
    List<Problem> problems() {
        try {
            load();
            return List.of();
        } catch (EvidenceException e) {
            return e.problems();
        }
    }
}
