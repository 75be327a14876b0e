package io.nextline.core.criterion;

import io.nextline.core.vocabulary.Drug;
import java.util.List;

/** Short wordings that several criteria share. */
final class Words {

    private Words() {}

    /** Returns the drugs joined by a plus sign. */
    static String regimen(List<Drug> drugs) {
        return String.join(" + ", drugs.stream().map(Drug::name).toList());
    }

    /** Returns the names joined by "or". */
    static String or(List<String> names) {
        return String.join(" or ", names);
    }
}
