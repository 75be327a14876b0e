package io.nextline.core.evidence;

import io.nextline.core.vocabulary.VocabularySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evidence files in a directory. Its listing counts, not the index: a file that is added is read. A file of the vocabulary that
 * the directory does not have is the bundled one.
 *
 * @param root the directory that holds {@code index.json}, {@code profile.json} and the folders
 */
record DirectoryFiles(Path root) implements EvidenceFiles {

    @Override
    public SortedMap<String, byte[]> folder(String name) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try {
            for (Path path : jsonFiles(folder)) {
                files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + name + " of the evidence base cannot be read", e);
        }
        return files;
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> String.valueOf(path.getFileName()).endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public byte @Nullable [] file(String name) {
        Path path = root.resolve(name);
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " of the evidence base cannot be read", e);
        }
    }

    @Override
    public VocabularySource vocabulary() {
        Path folder = root.resolve("vocabulary");
        VocabularySource bundled = VocabularySource.bundled();
        return name -> {
            Path own = folder.resolve(name);
            return Files.isRegularFile(own) ? Files.newInputStream(own) : bundled.open(name);
        };
    }

    @Override
    public boolean checked() {
        return false;
    }
}
