package io.nextline.fhir.evidence;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the trial files say and FHIR has no element for. Each is written with its definition. */
enum EvidenceExtension {
    AMOUNT("string", Place.DOSE, "Amount of one dose with its unit, as the source gives it."),
    APPROXIMATE("boolean", Place.FIGURE, "The source itself calls the figure approximate."),
    AS_OF("dateTime", Place.STATE, "When the study was in this state."),
    COUNTRIES("unsignedInt", Place.ENROLMENT, "Countries in which patients were enrolled."),
    DATA_CUTOFF("dateTime", Place.STUDY, "When the data of the report were cut off."),
    DISPUTED(
            "boolean",
            Place.FIGURE,
            "The figure is contradicted elsewhere or unclear: not to be shown without saying so."),
    FIGURE("code", Place.FIGURE, "What the figure is in the trial file that it was written from."),
    NOTE_KIND("code", Place.NOTE, "What the note says: conclusion, not-tested, reading (of the sources) and so on."),
    P_VALUE("string", Place.FIGURE, "The p value with the digits printed; R4 has no element for it."),
    PRINTED("string", Place.PRINTED, "The figure as the source prints it."),
    ROUTE("string", Place.DOSE, "Route of administration, as the source gives it."),
    SCHEDULE("string", Place.DOSE, "How often the dose was given, as the source gives it."),
    SCREENED("unsignedInt", Place.ENROLMENT, "Patients screened for the study."),
    SITES("unsignedInt", Place.ENROLMENT, "Study sites."),
    TIME_POINT("string", Place.FIGURE, "The time that the figure refers to, as the source gives it."),
    TREATED("unsignedInt", Place.ARM, "Patients of the arm who received at least one dose.");

    private final String type;
    private final Place place;
    private final String description;

    EvidenceExtension(String type, Place place, String description) {
        this.type = type;
        this.place = place;
        this.description = description;
    }

    String id() {
        return "evidence-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String url() {
        return Urls.canonical("StructureDefinition", id());
    }

    String type() {
        return type;
    }

    String description() {
        return description;
    }

    /** Returns the elements that may hold it. */
    List<String> contexts(FhirVersion version) {
        return List.of((version == FhirVersion.R4 ? place.r4 : place.r5).split(" ", -1));
    }

    /** Returns the name of the value's field, for example {@code valueString}. */
    String field() {
        return "value" + type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }

    /** Returns the extension, or nothing where there is no value or a flag is not set. */
    @Nullable FhirObject of(@Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return null;
        }
        return new FhirObject().with("url", url()).with(field(), value);
    }

    /** Where an extension stands; elements of one version, separated by blanks. */
    private enum Place {
        ARM("Group", "Group"),
        DOSE("EvidenceVariable.characteristic", "EvidenceVariable.characteristic"),
        ENROLMENT("ResearchStudy", "ResearchStudy.recruitment"),
        FIGURE("EffectEvidenceSynthesis.effectEstimate RiskEvidenceSynthesis.riskEstimate", "Evidence.statistic"),
        NOTE("ResearchStudy.note EvidenceVariable.note", "ResearchStudy.note EvidenceVariable.note"),
        PRINTED(FIGURE.r4 + " " + DOSE.r4, FIGURE.r5 + " " + DOSE.r5 + " Evidence.statistic.attributeEstimate"),
        STATE("ResearchStudy", "ResearchStudy.progressStatus"),
        STUDY("ResearchStudy", "ResearchStudy");

        private final String r4;
        private final String r5;

        Place(String r4, String r5) {
            this.r4 = r4;
            this.r5 = r5;
        }
    }
}
