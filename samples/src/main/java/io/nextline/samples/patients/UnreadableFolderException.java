package io.nextline.samples.patients;

import java.nio.file.Path;
import java.util.List;

/** A sample patient's folder that cannot be used. Each problem names the file, the field and the remedy, and no patient data. */
final class UnreadableFolderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnreadableFolderException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    static UnreadableFolderException of(Path file, String problem, String remedy) {
        return new UnreadableFolderException(List.of(file + ": " + problem + ". " + remedy + "."));
    }

    List<String> problems() {
        return problems;
    }
}
