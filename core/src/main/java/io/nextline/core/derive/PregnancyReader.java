package io.nextline.core.derive;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Condition;

/** Finds a recorded current pregnancy (hazard HZ-20). Its absence from the record says nothing. */
final class PregnancyReader {

    private static final String SNOMED_PREGNANT = "77386006";

    private PregnancyReader() {}

    static boolean isPregnant(Chart chart) {
        return chart.record().conditions().stream().anyMatch(PregnancyReader::isPregnancy);
    }

    private static boolean isPregnancy(Condition condition) {
        CodeableConcept status = condition.clinicalStatus();
        boolean current = (status == null || status.hasCode("active")) && condition.abatement() == null;
        return current
                && condition.code() != null
                && condition.code().coding().stream().anyMatch(PregnancyReader::isCode);
    }

    private static boolean isCode(Coding coding) {
        String code = coding.code();
        // ICD-10 Z33.1 and Z34: pregnant state and its supervision.
        return code != null
                && (code.equals(SNOMED_PREGNANT)
                        || code.equals("Z33.1")
                        || code.equals("Z33")
                        || code.startsWith("Z34"));
    }
}
