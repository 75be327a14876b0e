package io.nextline.core.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the vocabulary's files come from: the jar, or a folder of a site's own. */
@FunctionalInterface
public interface VocabularySource {

    /**
     * Opens a file.
     *
     * @param fileName the name without folder, for example {@code drugs.json}
     * @return the content, or null if there is no such file
     * @throws IOException if it cannot be read
     */
    @Nullable InputStream open(String fileName) throws IOException;

    /** Returns the files that come with the library. */
    static VocabularySource bundled() {
        return fileName -> Vocabulary.class.getResourceAsStream("/io/nextline/evidence/vocabulary/".concat(fileName));
    }
}
