package io.nextline.samples.patients;

import java.util.List;

/**
 * One place in which an answer is not the expected one.
 *
 * @param path the field of {@code expected.json}, for example {@code linesOfTherapy[0].drugs}
 * @param expected what was expected, in words
 * @param got what the answer says instead, in words
 * @param because the engine's reasons for a statement's truth; empty for every other field
 */
public record Difference(String path, String expected, String got, List<String> because) {

    /** Copies the reasons. */
    public Difference {
        because = List.copyOf(because);
    }

    /** Returns it in one line, without the reasons. */
    public String words() {
        return path + ": expected " + expected + "; got " + got;
    }
}
