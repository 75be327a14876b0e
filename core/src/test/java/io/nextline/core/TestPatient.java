package io.nextline.core;

import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.MedicationAdministration;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Patient;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A synthetic patient built in a few words, for tests of what is concluded. */
public final class TestPatient {

    /** The day on which the tests evaluate. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private static final Nextline NEXTLINE = Nextline.load();
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LOINC = "http://loinc.org";

    private final List<Resource> resources = new ArrayList<>();
    private final List<Resource> drafts = new ArrayList<>();
    private @Nullable Set<String> selections;
    private @Nullable RecordArea incomplete;
    private int next;

    /** A woman born in 1960 with clear cell renal cell carcinoma diagnosed on the given day. */
    public static TestPatient withClearCellRcc(String diagnosed) {
        return new TestPatient().born("1960-05-01").condition(SNOMED, "254915003", diagnosed);
    }

    /** A patient with lung adenocarcinoma, stage IV, diagnosed on the given day. */
    public static TestPatient withStageFourAdenocarcinoma(String diagnosed) {
        return new TestPatient()
                .born("1958-03-11")
                .condition(SNOMED, "254626006", diagnosed)
                .observation("21908-9", text("Stage IV"), diagnosed);
    }

    public TestPatient born(String date) {
        resources.add(new Patient(header("Patient", "p1"), date(date), null, null, "female", List.of()));
        return this;
    }

    public TestPatient condition(String system, String code, @Nullable String onset) {
        return condition(system, code, onset, "active", "confirmed", "problem-list-item");
    }

    public TestPatient condition(
            String system,
            String code,
            @Nullable String onset,
            String clinicalStatus,
            String verificationStatus,
            String category) {
        resources.add(new Condition(
                header("Condition"),
                code(null, clinicalStatus),
                code(null, verificationStatus),
                List.of(code(null, category)),
                code(system, code),
                List.of(),
                subject(),
                onset == null ? null : Period.at(date(onset)),
                null,
                null,
                List.of(),
                List.of()));
        return this;
    }

    public TestPatient lungMetastasis(String date) {
        return condition(SNOMED, "94391008", date);
    }

    public TestPatient brainMetastasis(String date) {
        return condition(SNOMED, "94225005", date);
    }

    /** Doses given on these days. */
    public TestPatient doses(String drug, String... days) {
        for (String day : days) {
            resources.add(new MedicationAdministration(
                    header("MedicationAdministration"),
                    "completed",
                    List.of(),
                    named(drug),
                    subject(),
                    Period.at(date(day)),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return this;
    }

    public TestPatient activeOrder(String drug, String authoredOn) {
        return order(drug, authoredOn, "active", null);
    }

    public TestPatient stoppedOrder(String drug, String authoredOn, @Nullable String stopReason) {
        return order(drug, authoredOn, "stopped", stopReason);
    }

    public TestPatient order(String drug, String authoredOn, String status, @Nullable String stopReason) {
        resources.add(request(header("MedicationRequest"), drug, authoredOn, status, "order", stopReason));
        return this;
    }

    public TestPatient plan(String drug, String authoredOn) {
        resources.add(request(header("MedicationRequest"), drug, authoredOn, "active", "plan", null));
        return this;
    }

    public TestPatient progression(String date) {
        return diseaseStatus("271299001", date);
    }

    public TestPatient stable(String date) {
        return diseaseStatus("359746009", date);
    }

    public TestPatient diseaseStatus(String snomed, String date) {
        return observation("97509-4", new ObservationValue.Coded(code(SNOMED, snomed)), date);
    }

    public TestPatient ecog(int score, String date) {
        return observation("89247-1", new ObservationValue.Whole(score), date);
    }

    public TestPatient lab(
            String loinc, String value, String unit, @Nullable String low, @Nullable String high, String date) {
        Observation.ReferenceRange range =
                new Observation.ReferenceRange(quantity(low, unit), quantity(high, unit), null);
        Quantity quantity = quantity(value, unit);
        addObservation(
                loinc,
                quantity == null ? null : new ObservationValue.Measured(quantity),
                date,
                low == null && high == null ? List.of() : List.of(range));
        return this;
    }

    public TestPatient observation(String loinc, ObservationValue value, String date) {
        addObservation(loinc, value, date, List.of());
        return this;
    }

    public TestPatient procedure(String system, String code, String date) {
        resources.add(new Procedure(
                header("Procedure"),
                "completed",
                List.of(),
                List.of(),
                code(system, code),
                subject(),
                Period.at(date(date)),
                List.of(),
                List.of(),
                List.of()));
        return this;
    }

    public TestPatient radicalNephrectomy(String date) {
        return procedure(SNOMED, "116033007", date);
    }

    public TestPatient drafted(String drug) {
        drafts.add(request(header("MedicationRequest", "draft-" + drug), drug, "2026-11-21", "draft", "order", null));
        return this;
    }

    public TestPatient selecting(String drug) {
        selections = Set.of("MedicationRequest/draft-" + drug);
        return this;
    }

    public TestPatient missing(RecordArea area) {
        incomplete = area;
        return this;
    }

    public TestPatient with(Resource resource) {
        resources.add(resource);
        return this;
    }

    /** Returns the entries so far. */
    public List<Resource> resources() {
        return List.copyOf(resources);
    }

    public EvidenceReport report() {
        return report(AS_OF);
    }

    public EvidenceReport report(LocalDate asOf) {
        RecordBuilder builder = new RecordBuilder();
        for (RecordArea area : RecordArea.values()) {
            builder.supplied(area);
        }
        resources.forEach(builder::add);
        if (incomplete != null) {
            builder.partial(incomplete);
        }
        return NEXTLINE.evaluate(builder.build("p1"), new DraftOrders(drafts, selections), asOf, Layer.ALL);
    }

    /** Returns the truth of a statement: true, false or unknown. */
    public String truthOf(String statement) {
        return outcome(statement).applies().id();
    }

    public StatementOutcome outcome(String statement) {
        return report().outcomes().stream()
                .filter(outcome -> outcome.statement().id().equals(statement))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the lines as {@link #lines()} does, on another day. */
    public List<String> linesOn(String asOf) {
        return lines(report(LocalDate.parse(asOf)));
    }

    /** Returns the lines as {@code ordinal setting drugs endReason progression}. */
    public List<String> lines() {
        return lines(report());
    }

    private static List<String> lines(EvidenceReport report) {
        return report.facts().therapy().lines().stream().map(TestPatient::line).toList();
    }

    private static String line(LineOfTherapy line) {
        String drugs = String.join(
                "+", line.regimen().stream().map(drug -> drug.name()).toList());
        String progression =
                line.progression().fold(known -> known.value().grade().id(), open -> "unknown");
        return line.ordinal() + " " + line.setting().id() + " " + drugs + " "
                + line.endReason().id() + " " + progression;
    }

    private MedicationRequest request(
            ResourceHeader header,
            String drug,
            String authoredOn,
            String status,
            String intent,
            @Nullable String reason) {
        return new MedicationRequest(
                header,
                status,
                reason == null ? List.of() : List.of(code(SNOMED, reason)),
                intent,
                null,
                null,
                named(drug),
                subject(),
                date(authoredOn),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void addObservation(
            String loinc, @Nullable ObservationValue value, String date, List<Observation.ReferenceRange> ranges) {
        resources.add(new Observation(
                header("Observation"),
                "final",
                List.of(),
                code(LOINC, loinc),
                subject(),
                List.of(),
                Period.at(date(date)),
                value,
                null,
                List.of(),
                null,
                null,
                ranges,
                List.of(),
                List.of()));
    }

    public static ObservationValue text(String text) {
        return new ObservationValue.Text(text);
    }

    private static MedicationContent named(String drug) {
        return new MedicationContent(new CodeableConcept(List.of(), drug), null, List.of(), List.of(), List.of());
    }

    private static CodeableConcept code(@Nullable String system, String code) {
        return new CodeableConcept(List.of(new Coding(system, code, null)), null);
    }

    private static @Nullable Quantity quantity(@Nullable String value, String unit) {
        return value == null
                ? null
                : new Quantity(new BigDecimal(value), null, unit, "http://unitsofmeasure.org", unit);
    }

    private static FhirDate date(String text) {
        FhirDate date = FhirDate.parse(text);
        if (date == null) {
            throw new IllegalArgumentException("not a date: " + text);
        }
        return date;
    }

    private static Reference subject() {
        return new Reference("Patient/p1", null, null);
    }

    private ResourceHeader header(String type) {
        return header(type, type.toLowerCase(java.util.Locale.ROOT) + "-" + next++);
    }

    private static ResourceHeader header(String type, String id) {
        return new ResourceHeader(type, id, null, null);
    }
}
