package io.nextline.cdshooks.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes a database file that its owner alone may read; SQLite gives the files beside it the same rights. */
final class PrivateFile {

    private PrivateFile() {}

    static void make(DatabaseSettings settings) {
        String place = settings.place();
        if (settings.dialect() != Dialect.SQLITE
                || place.isEmpty()
                || place.startsWith(":")
                || place.startsWith("file:")) {
            return;
        }
        try {
            Files.createFile(
                    Path.of(place), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException known) {
            return;
        } catch (IOException | UnsupportedOperationException | InvalidPathException toldOnOpening) {
            // Opening the file tells what is wrong with it; a file system without such rights has its own.
            return;
        }
    }
}
