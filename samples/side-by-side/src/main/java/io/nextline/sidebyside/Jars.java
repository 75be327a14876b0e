package io.nextline.sidebyside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars that a service is delivered as.
 *
 * @param files each of them
 */
record Jars(List<Path> files) {

    private static final double MEGABYTE = 1e6;

    /** Returns those of a class path; folders of classes are no jars. */
    static Jars of(String classPath) {
        return new Jars(Stream.of(classPath.split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList());
    }

    /** Returns how many there are. */
    int count() {
        return files.size();
    }

    /** Returns what they weigh, in MB. */
    double megabytes() {
        return files.stream().mapToLong(Jars::bytes).sum() / MEGABYTE;
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
