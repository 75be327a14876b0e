package io.nextline.cdshooks.prefetch;

import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.RecordArea;
import org.jspecify.annotations.Nullable;

/**
 * A prefetch key of the services. The templates keep to the part of FHIR search that CDS Hooks 2.0.1 lets every client
 * support: an instance read, or a search by patient and by token; no {@code _include}, no chain, no token but the patient's id.
 */
public enum PrefetchKey {
    PATIENT(
            "patient",
            "Patient/{{context.patientId}}",
            RecordArea.PATIENT,
            Role.REQUIRED,
            "whether the patient is an adult and alive"),
    CONDITIONS(
            "conditions",
            Template.search("Condition"),
            RecordArea.CONDITIONS,
            Role.REQUIRED,
            "which cancer it is, its histology and its spread"),
    MEDICATIONS(
            "medications",
            Template.search("MedicationRequest"),
            RecordArea.MEDICATIONS,
            Role.REQUIRED,
            "which systemic therapy was ordered, and so the lines of therapy"),
    ADMINISTRATIONS(
            "administrations",
            Template.search("MedicationAdministration"),
            RecordArea.MEDICATIONS,
            Role.FURTHER,
            "which doses were given, and when the last one was"),
    DISPENSES(
            "dispenses",
            Template.search("MedicationDispense"),
            RecordArea.MEDICATIONS,
            Role.FURTHER,
            "which oral drugs were handed over"),
    STATEMENTS(
            "statements",
            Template.search("MedicationStatement"),
            RecordArea.MEDICATIONS,
            Role.FURTHER,
            "which therapy was given elsewhere"),
    OBSERVATIONS(
            "observations",
            Template.search("Observation") + "&code=" + Template.LOINC,
            RecordArea.OBSERVATIONS,
            Role.OPTIONAL,
            "disease status, stage, performance status, IMDC risk factors and biomarkers"),
    REPORTS(
            "reports",
            Template.search("DiagnosticReport"),
            RecordArea.OBSERVATIONS,
            Role.FURTHER,
            "coded conclusions of pathology and imaging reports"),
    ASSESSMENTS(
            "assessments",
            Template.search("Observation") + "&category=survey",
            RecordArea.OBSERVATIONS,
            Role.FURTHER,
            "performance status that is recorded under a local code"),
    PROCEDURES(
            "procedures",
            Template.search("Procedure"),
            RecordArea.PROCEDURES,
            Role.OPTIONAL,
            "surgery and radiotherapy, and so whether the primary tumour is in place");

    private enum Role {
        /** Nothing can be said without it. */
        REQUIRED,
        /** Answers for its area, which stays open without it. */
        OPTIONAL,
        /** Adds to an area that another key answers for. */
        FURTHER
    }

    private static final PrefetchKey[] ALL = values();

    private final String key;
    private final String template;
    private final RecordArea area;
    private final Role role;
    private final String decides;

    PrefetchKey(String key, String template, RecordArea area, Role role, String decides) {
        this.key = key;
        this.template = template;
        this.area = area;
        this.role = role;
        this.decides = decides;
    }

    /** Returns the key that is so named in a request, or null for one that was not asked for. */
    public static @Nullable PrefetchKey named(String key) {
        for (PrefetchKey candidate : ALL) {
            if (candidate.key.equals(key)) {
                return candidate;
            }
        }
        return null;
    }

    /** Returns the name in discovery and in requests. */
    public String key() {
        return key;
    }

    /** Returns the query as a relative URL with CDS Hooks tokens. */
    public String template() {
        return template;
    }

    /** Returns the part of the record that it fills. */
    public RecordArea area() {
        return area;
    }

    /** Returns whether no answer can be given without it. */
    public boolean isRequired() {
        return role == Role.REQUIRED;
    }

    /** Returns whether its answer, read whole, is all there is to know of its area. */
    public boolean answersForArea() {
        return role != Role.FURTHER;
    }

    /** Returns the type of resource that the template asks for. */
    public String resourceType() {
        int end = 0;
        while (Character.isLetter(template.charAt(end))) {
            end++;
        }
        return template.substring(0, end);
    }

    /** Returns whether the template is a search; else it reads one resource. */
    public boolean isSearch() {
        return template.indexOf('?') >= 0;
    }

    /** Returns a new answer to this key, of which nothing was read yet. */
    public QueryAnswer answer() {
        return new QueryAnswer(area, answersForArea());
    }

    /** Returns what the answer is needed for, in words for an integrator. */
    public String decides() {
        return decides;
    }

    /** Builds the templates; a class of its own because an enum's constants cannot reach its later fields. */
    private static final class Template {

        // Performance status; disease status; haemoglobin, calcium, albumin, neutrophils, platelets; stage group, T, N
        // and
        // M; PD-L1, gene variants, EGFR, ALK, KRAS; pregnancy, delivery date, breastfeeding; vital status, death. Plain
        // codes: the search is lean, and a client that stores another system's URI still finds them.
        static final String LOINC =
                "89247-1,89243-0,97509-4,88040-1,718-7,20509-6,17861-6,29265-6,1751-7,751-8,26499-4,753-4,"
                        + "777-3,26515-7,49497-1,21908-9,21902-2,21914-7,21905-5,21899-0,21906-3,21900-6,21907-1,21901-4,"
                        + "21913-9,83053-9,83052-1,83054-7,83055-4,83056-2,83057-0,85147-7,85148-5,85149-3,82810-3,"
                        + "11778-8,63895-7,89262-0,89245-5,69548-6,21665-5,78205-2,21702-6,67162-8,68343-3,81956-5";

        private Template() {}

        static String search(String type) {
            return type + "?patient={{context.patientId}}";
        }
    }
}
