package io.nextline.samples.cli;

import io.nextline.cdshooks.page.StoryPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a patient's story is written: a file that only its owner may read, and never over anything but an earlier story. */
final class StoryFile {
    private static final int HEAD = 512;

    private final Path path;

    private StoryFile(Path path) {
        this.path = path;
    }

    /**
     * Returns the file, once it is known that it may be written.
     *
     * @throws UsageException if something else stands there, or it can be no file
     */
    static StoryFile at(Path path) {
        StoryFile file = new StoryFile(path.toAbsolutePath().normalize());
        file.check();
        return file;
    }

    private void check() {
        if (Files.isDirectory(path)) {
            throw new UsageException("--html: " + path + " is a folder; name a file");
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("--html: there is no folder " + folder + "; make it first");
        }
        if (Files.isRegularFile(path) && !isStory()) {
            throw new UsageException(
                    "--html: " + path + " is there and is no story of nextline; it is not written over."
                            + " Name another file, or delete it first");
        }
    }

    private boolean isStory() {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return head.isEmpty() || head.contains(StoryPage.MARK);
        } catch (IOException unreadable) {
            throw unwritable();
        }
    }

    /** Writes the page. */
    void write(String page) {
        try {
            if (!Files.exists(path) && Files.getFileStore(parent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(path, page, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw unwritable();
        }
    }

    private Path parent() {
        Path folder = path.getParent();
        return folder == null ? path : folder;
    }

    private UsageException unwritable() {
        return new UsageException("--html: " + path + " cannot be written; name a file in a folder you may write to");
    }
}
