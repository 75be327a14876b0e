package io.nextline.core.vocabulary;

import java.util.Map;

/** What a whole part of a code system says about the medications in it, where the single code is not listed. */
enum CodeGroup {
    /** Medications that are not given against cancer. */
    OTHER_MEDICATION,
    /** Cancer drugs: a billing code says that one was given, the code of a medication that it is one. */
    CANCER_DRUG_GIVEN;

    static final Map<String, CodeGroup> IDS = Ids.byName(values());
}
