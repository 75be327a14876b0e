package io.nextline.core.evidence;

import io.nextline.core.vocabulary.VocabularySource;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The files of an evidence base, wherever they lie. */
interface EvidenceFiles {

    /** The folder of trials. */
    String TRIALS = "trials";

    /** The folder of statements. */
    String STATEMENTS = "statements";

    /** The file that names the version of the base and, in a jar, its files. */
    String INDEX = "index.json";

    /** The file of thresholds. */
    String PROFILE = "profile.json";

    /** Returns the content of the JSON files in a folder by file name; empty if there is no such folder. */
    SortedMap<String, byte[]> folder(String name);

    /** Returns the content of a file at the top, or null if it is not there. */
    byte @Nullable [] file(String name);

    /** Returns where the vocabulary is read from. */
    VocabularySource vocabulary();

    /**
     * Returns whether the files were held to every rule before they were packed, so that only what is needed to read them is
     * checked again.
     */
    boolean checked();
}
