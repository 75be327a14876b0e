package io.nextline.samples.patients;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the sample patients below a folder, at any depth: every folder with a {@code bundle.json} or an {@code expected.json}.
 * Hidden folders are passed over and links are not followed.
 */
public final class PatientFolders {

    private final Path root;
    private final Map<String, Path> found = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    private PatientFolders(Path root) {
        this.root = root;
    }

    /** Looks below a folder, itself included. Folders that may not be read are remembered, not thrown. */
    public static PatientFolders below(Path root) {
        PatientFolders folders = new PatientFolders(root);
        try {
            Files.walkFileTree(root, folders.new Visitor());
        } catch (IOException unreadable) {
            folders.unreadable.add(root + ": cannot be read. Check its permissions.");
        }
        return folders;
    }

    /** Returns the folders by their names as seen from the root, sorted by name. */
    public Map<String, Path> byName() {
        return Collections.unmodifiableMap(found);
    }

    /** Returns the folders that may not be looked into, each with what to do. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    private String name(Path folder) {
        Path relative = root.relativize(folder);
        return relative.toString().isEmpty()
                ? String.valueOf(root.toAbsolutePath().normalize().getFileName())
                : relative.toString().replace('\\', '/');
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            Path folder = file.getParent();
            if (folder != null && (name.equals(PatientFolder.BUNDLE) || name.equals(ExpectedFile.NAME))) {
                found.put(name(folder), folder);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.add(file + ": cannot be read. Check its permissions.");
            return FileVisitResult.CONTINUE;
        }
    }
}
