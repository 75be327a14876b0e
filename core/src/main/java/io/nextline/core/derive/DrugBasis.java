package io.nextline.core.derive;

import io.nextline.core.vocabulary.DrugRecognition;

/** Puts into words how a drug was recognised, for the provenance. */
final class DrugBasis {

    private DrugBasis() {}

    static String words(DrugRecognition recognition) {
        String basis = recognition.basis().words();
        return recognition.product() == null ? basis : basis + "; " + recognition.product();
    }
}
