package io.nextline.core.evidence;

import io.nextline.core.vocabulary.ProcedureKind;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names that a criterion may use.
 *
 * @param vocabulary the vocabulary, or null if it cannot be read, which lets every name pass
 */
record KnownNames(@Nullable Vocabulary vocabulary) {

    /** Returns whether it is a drug, a class or a group of classes. */
    boolean isDrugOrClass(String name) {
        return vocabulary == null || vocabulary.drugs().isDrugOrClass(name);
    }

    /** Returns whether a record can be found to state this histology. */
    boolean isHistology(String id) {
        return vocabulary == null || vocabulary.histologies().ids().contains(id);
    }

    /** Returns whether a record can be found to state this site. */
    boolean isSite(String id) {
        return vocabulary == null || vocabulary.sites().ids().contains(id);
    }

    /** Returns whether a record can be found to state this kind of procedure. */
    boolean isProcedure(String id) {
        return Arrays.stream(ProcedureKind.values()).anyMatch(kind -> kind.id().equals(id));
    }
}
