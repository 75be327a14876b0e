package io.nextline.samples.cli.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that the user named, or standard input for {@code -}. It can be opened more than once. */
final class InputFile {

    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_OF_STANDARD_INPUT = 256 * MEBIBYTE;

    private final String name;
    private final Source source;

    /** Where the bytes come from. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private InputFile(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Finds the file, or reads standard input to its end.
     *
     * @throws UnreadableInputException if there is no such file, or it is one of no use
     */
    static InputFile of(String file, InputStream standardInput) {
        return file.equals("-") ? standard(standardInput) : named(file);
    }

    /** Returns a file of the bundled sample patients. */
    static InputFile bundled(String path) {
        return new InputFile(path, () -> SampleCases.open(path));
    }

    /** Returns what was received as if it were a file. */
    static InputFile received(String name, byte[] bytes) {
        return new InputFile(name, () -> new ByteArrayInputStream(bytes));
    }

    private static InputFile named(String file) {
        Path path = path(file);
        if (!Files.exists(path)) {
            String remedy = "Check the path, or give - to read standard input";
            throw new UnreadableInputException(file, "there is no such file", remedy);
        }
        if (Files.isDirectory(path)) {
            throw new UnreadableInputException(file, "is a directory", "Give one file, a FHIR Bundle as JSON");
        }
        return new InputFile(file, () -> Files.newInputStream(path)).checked();
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException impossible) {
            throw new UnreadableInputException(file, "is no file name on this system", "Check the path");
        }
    }

    private static InputFile standard(InputStream in) {
        String name = "standard input";
        try {
            byte[] bytes = in.readNBytes(MOST_OF_STANDARD_INPUT + 1);
            if (bytes.length > MOST_OF_STANDARD_INPUT) {
                String limit = "is larger than " + MOST_OF_STANDARD_INPUT / MEBIBYTE + " MiB";
                throw new UnreadableInputException(name, limit, "Give the file by its name instead");
            }
            return new InputFile(name, () -> new ByteArrayInputStream(bytes)).checked();
        } catch (IOException broken) {
            throw new UnreadableInputException(name, "broke off", "Give the file by its name instead");
        }
    }

    private InputFile checked() {
        byte[] start = read(in -> in.readNBytes(2));
        if (start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
            throw new UnreadableInputException(name, "is compressed", "Unpack it first, for example with gunzip");
        }
        return this;
    }

    /** Returns how messages call it. */
    String name() {
        return name;
    }

    /** What to do with the bytes. */
    interface Use<T> {
        T apply(InputStream in) throws IOException;
    }

    /**
     * Opens it, reads and closes it.
     *
     * @throws UnreadableInputException if it cannot be opened or read
     */
    <T> T read(Use<T> use) {
        try (InputStream in = source.open()) {
            return use.apply(in);
        } catch (IOException unreadable) {
            throw new UnreadableInputException(name, "cannot be read", "Check that it is a plain file you may read");
        }
    }
}
