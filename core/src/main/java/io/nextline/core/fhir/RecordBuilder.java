package io.nextline.core.fhir;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects resources and read issues from one or more sources, such as the prefetch keys of one CDS Hooks call, into a
 * {@link PatientRecord}. Not thread-safe; one builder serves one call.
 */
public final class RecordBuilder {

    private final List<Patient> patients = new ArrayList<>(1);
    private final List<Condition> conditions = new ArrayList<>();
    private final List<MedicationUse> medicationUses = new ArrayList<>();
    private final List<Medication> medications = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Procedure> procedures = new ArrayList<>();
    private final List<ServiceRequest> serviceRequests = new ArrayList<>();
    private final List<DiagnosticReport> diagnosticReports = new ArrayList<>();
    private final List<Encounter> encounters = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<ReadIssue> issues = new ArrayList<>();
    private final List<QueryAnswer> answers = new ArrayList<>();
    private final SharedValues shared = new SharedValues();
    private int entries;
    private final Map<RecordArea, Coverage.State> states = new EnumMap<>(RecordArea.class);

    /** Adds a resource. */
    public RecordBuilder add(Resource resource) {
        // A chain of tests: pattern switches are a preview in Java 17.
        if (resource instanceof Observation observation) {
            observations.add(observation);
        } else if (resource instanceof MedicationUse use) {
            medicationUses.add(use);
        } else if (resource instanceof Condition condition) {
            conditions.add(condition);
        } else if (resource instanceof Procedure procedure) {
            procedures.add(procedure);
        } else if (resource instanceof Medication medication) {
            medications.add(medication);
        } else if (resource instanceof DiagnosticReport report) {
            diagnosticReports.add(report);
        } else if (resource instanceof ServiceRequest request) {
            serviceRequests.add(request);
        } else if (resource instanceof Encounter encounter) {
            encounters.add(encounter);
        } else if (resource instanceof Plan plan) {
            plans.add(plan);
        } else if (resource instanceof Patient patient) {
            patients.add(patient);
        }
        return this;
    }

    /** Notes something that could not be read; its area, if known, is then no longer complete. */
    public RecordBuilder add(ReadIssue issue) {
        issues.add(issue);
        RecordArea area = issue.resourceType() == null ? null : RecordArea.of(issue.resourceType());
        if (area != null) {
            partial(area);
        }
        return this;
    }

    /** Says that an area was supplied and, as far as this source goes, read whole. It never mends a partial area. */
    public RecordBuilder supplied(RecordArea area) {
        states.putIfAbsent(area, Coverage.State.COMPLETE);
        return this;
    }

    /** Says that a part of an area is missing. */
    public RecordBuilder partial(RecordArea area) {
        states.put(area, Coverage.State.PARTIAL);
        return this;
    }

    /** Watches an answer: as long as it has a page unread, its area is partial. */
    void follow(QueryAnswer answer) {
        answer.begin();
        if (!answers.contains(answer)) {
            answers.add(answer);
        }
    }

    /** Returns the values shared by all that is read into this builder. */
    SharedValues shared() {
        return shared;
    }

    /** Returns what could not be read so far. */
    public List<ReadIssue> issues() {
        return List.copyOf(issues);
    }

    /** Returns how many resources and issues were collected so far, so that a caller can tell what one source added. */
    public int size() {
        return entries;
    }

    /** Counts one more resource or issue, for a reader that holds to a limit, and returns how many there are. */
    public int countEntry() {
        return ++entries;
    }

    /**
     * Returns the record about the given patient.
     *
     * @param patientId the bare logical id of the patient, or null to take the first Patient resource there is
     */
    public PatientRecord build(@Nullable String patientId) {
        Patient patient = pick(patientId);
        List<ReadIssue> allIssues = new ArrayList<>(issues);
        Map<RecordArea, Coverage.State> allStates = new EnumMap<>(RecordArea.class);
        allStates.putAll(states);
        unread(allIssues, allStates);
        return new PatientRecord(
                patientId != null || patient == null
                        ? patientId
                        : patient.header().id(),
                patient,
                othersThan(patient),
                conditions,
                medicationUses,
                medications,
                observations,
                procedures,
                serviceRequests,
                diagnosticReports,
                encounters,
                plans,
                allIssues,
                Coverage.of(allStates));
    }

    private void unread(List<ReadIssue> into, Map<RecordArea, Coverage.State> areas) {
        for (QueryAnswer answer : answers) {
            if (answer.next() != null) {
                into.add(new ReadIssue(ReadIssue.Kind.FURTHER_PAGES, "Bundle", null, "Bundle.link"));
                areas.put(answer.area(), Coverage.State.PARTIAL);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // Two rows that say the same are two rows.
    private List<Patient> othersThan(@Nullable Patient patient) {
        return patients.stream().filter(other -> other != patient).toList();
    }

    private @Nullable Patient pick(@Nullable String patientId) {
        Patient first = null;
        for (Patient patient : patients) {
            boolean asked =
                    patientId == null || patientId.equals(patient.header().id());
            if (asked && (first == null || isReplacedBy(first, patient))) {
                first = patient;
            }
        }
        return first;
    }

    /** Of two merged records the one that is in use is the patient, whichever came first. */
    private static boolean isReplacedBy(Patient one, Patient other) {
        return one.link().stream().anyMatch(link -> link.isReplacedBy() && means(link, other))
                || other.link().stream().anyMatch(link -> "replaces".equals(link.type()) && means(link, one));
    }

    private static boolean means(Patient.Link link, Patient patient) {
        String literal = link.other().reference();
        return literal != null && patient.header().isMeantBy(literal);
    }
}
