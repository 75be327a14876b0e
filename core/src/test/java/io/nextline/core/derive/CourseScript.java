package io.nextline.core.derive;

import io.nextline.core.TestPatient;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disease course written in one line, of steps {@code kind:what@day}: dose, order, stop (a code or words after a slash), status and
 * old-status (a SNOMED code), say (a status in words), recist, report, draft-report and impression (words), concluded (a SNOMED code),
 * met (an organ's SNOMED code), registry (LOINC 21976-6).
 */
final class CourseScript {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LOINC = "http://loinc.org";

    private final TestPatient patient = base();
    private int next;

    private CourseScript() {}

    static CourseScript of(String steps) {
        CourseScript script = new CourseScript();
        for (String step : steps.split(" \\| ", -1)) {
            int colon = step.indexOf(':');
            int at = step.lastIndexOf('@');
            script.add(step.substring(0, colon), step.substring(colon + 1, at), step.substring(at + 1));
        }
        return script;
    }

    private static TestPatient base() {
        return TestPatient.withClearCellRcc("2023-11-10").lungMetastasis("2023-12-01");
    }

    /** Returns the entries of the course, without those of the patient and the diagnosis. */
    List<Resource> resources() {
        List<Resource> all = patient.resources();
        return all.subList(base().resources().size(), all.size());
    }

    private void add(String kind, String what, String day) {
        FhirDate date = FhirDate.parse(day);
        switch (kind) {
            case "dose" -> patient.doses(what, day);
            case "order" -> patient.activeOrder(what, day);
            case "met" -> patient.condition(SNOMED, what, day);
            case "stop" -> patient.with(stopped(what, date));
            case "status" -> observe("97509-4", null, coded(what), date);
            case "old-status" -> observe("88040-1", null, coded(what), date);
            case "registry" -> observe("21976-6", null, coded(what), date);
            case "say" -> observe("97509-4", null, TestPatient.text(what), date);
            case "recist" -> observe(null, "RECIST response", TestPatient.text(what), date);
            case "impression" -> observe("19005-8", null, TestPatient.text(what), date);
            case "report" -> patient.with(report("final", what, List.of(), date));
            case "draft-report" -> patient.with(report("preliminary", what, List.of(), date));
            case "concluded" -> patient.with(report("final", null, List.of(snomed(what)), date));
            default -> throw new IllegalArgumentException("no such step: " + kind);
        }
    }

    private MedicationRequest stopped(String what, @Nullable FhirDate date) {
        int slash = what.indexOf('/');
        String reason = what.substring(slash + 1);
        boolean code = reason.chars().allMatch(Character::isDigit);
        return new MedicationRequest(
                header("MedicationRequest"),
                "stopped",
                List.of(code ? snomed(reason) : new CodeableConcept(List.of(), reason)),
                "order",
                null,
                null,
                new MedicationContent(
                        new CodeableConcept(List.of(), what.substring(0, slash)),
                        null,
                        List.of(),
                        List.of(),
                        List.of()),
                subject(),
                date,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void observe(
            @Nullable String loinc, @Nullable String name, ObservationValue value, @Nullable FhirDate date) {
        CodeableConcept code = loinc == null
                ? new CodeableConcept(List.of(), name)
                : new CodeableConcept(List.of(new Coding(LOINC, loinc, null)), null);
        patient.with(new Observation(
                header("Observation"),
                "final",
                List.of(),
                code,
                subject(),
                List.of(),
                date == null ? null : Period.at(date),
                value,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of()));
    }

    private DiagnosticReport report(
            String status, @Nullable String words, List<CodeableConcept> codes, @Nullable FhirDate date) {
        return new DiagnosticReport(
                header("DiagnosticReport"),
                status,
                List.of(),
                new CodeableConcept(List.of(), "CT thorax and abdomen"),
                subject(),
                date == null ? null : Period.at(date),
                words,
                codes);
    }

    private static ObservationValue coded(String snomed) {
        return new ObservationValue.Coded(snomed(snomed));
    }

    private static CodeableConcept snomed(String code) {
        return new CodeableConcept(List.of(new Coding(SNOMED, code, null)), null);
    }

    private static Reference subject() {
        return new Reference("Patient/p1", null, null);
    }

    private ResourceHeader header(String type) {
        return new ResourceHeader(type, "course-" + next++, null, null);
    }

    /** Returns a patient with metastatic clear cell renal cell carcinoma and these entries. */
    static TestPatient patient(List<Resource> course) {
        TestPatient patient = base();
        course.forEach(patient::with);
        return patient;
    }

    /** Returns what is concluded of every line: its drugs, the grade, the rule, the date and the days since the last dose. */
    static String told(List<Resource> course, LocalDate asOf) {
        List<String> lines = new ArrayList<>();
        for (LineOfTherapy line : patient(course).report(asOf).facts().therapy().lines()) {
            String drugs = String.join(
                    "+", line.regimen().stream().map(drug -> drug.name()).toList());
            String end = line.progression()
                    .fold(
                            known -> known.value().grade().id() + " "
                                    + known.value().basis().id()
                                    + (known.value().date() == null
                                            ? ""
                                            : " " + known.value().date().text())
                                    + (known.value().daysFromLastDose() == null
                                            ? ""
                                            : " " + known.value().daysFromLastDose()),
                            open -> "unknown " + open.gap().fact().id());
            lines.add(drugs + " " + end);
        }
        return String.join("; ", lines);
    }
}
