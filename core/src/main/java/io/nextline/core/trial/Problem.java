package io.nextline.core.trial;

import java.util.Comparator;

/**
 * Something wrong with a file of the evidence base, told to the person who maintains it.
 *
 * @param file the file's name, never a path of the machine
 * @param path where in the file, as {@code $.results[0].effect}
 * @param message what is wrong and what would put it right
 */
public record Problem(String file, String path, String message) {

    /** Orders by file, then path, then message. */
    public static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparing(Problem::path).thenComparing(Problem::message);

    @Override
    public String toString() {
        return file + ": " + path + ": " + message;
    }
}
