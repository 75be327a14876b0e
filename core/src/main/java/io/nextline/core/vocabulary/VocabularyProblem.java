package io.nextline.core.vocabulary;

/**
 * A fault in a vocabulary file.
 *
 * @param file the file's name
 * @param path the place in it, as a JSON pointer or a line number
 * @param message what is wrong and what would be right
 */
public record VocabularyProblem(String file, String path, String message) {

    @Override
    public String toString() {
        return file + path + ": " + message;
    }
}
