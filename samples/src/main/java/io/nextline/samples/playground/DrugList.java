package io.nextline.samples.playground;

import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.DrugVocabulary;
import java.util.List;

/** The anticancer drugs of the vocabulary, for the search of orders. */
final class DrugList {

    private DrugList() {}

    /**
     * A drug that can be ordered.
     *
     * @param name its ingredient
     * @param classes what it acts on
     */
    record Entry(String name, List<String> classes) {}

    static byte[] of(DrugVocabulary drugs) {
        return Replies.bytes(drugs.all().stream()
                .filter(Drug::isAntineoplastic)
                .map(drug -> new Entry(drug.name(), drug.classes()))
                .toList());
    }
}
