package io.nextline.core.derive;

import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets through the entries that may be read into meaning: admitted by status and date, each once, in its newest version. A
 * retracted version takes its predecessor along only if it is surely newer, so that a stray copy changes nothing.
 */
final class RecordGate {

    private RecordGate() {}

    /** Returns the record with only the admitted entries. */
    static PatientRecord admit(PatientRecord record, LocalDate asOf) {
        return new PatientRecord(
                record.patientId(),
                record.patient(),
                record.otherPatients(),
                conditions(record, asOf),
                newest(record.medicationUses(), use -> Admission.isAdmitted(use, asOf)),
                newest(record.medications(), medication -> !medication.isRetracted()),
                newest(record.observations(), observation -> Admission.isAdmitted(observation, asOf)),
                newest(record.procedures(), procedure -> Admission.isAdmitted(procedure, asOf)),
                record.serviceRequests(),
                newest(record.diagnosticReports(), report -> Admission.isAdmitted(report, asOf)),
                newest(record.encounters(), encounter -> Admission.isAdmitted(encounter, asOf)),
                record.plans(),
                record.issues(),
                record.coverage());
    }

    private static List<Condition> conditions(PatientRecord record, LocalDate asOf) {
        FhirDate birth = record.patient() == null ? null : record.patient().birthDate();
        List<Condition> newest = newest(record.conditions(), condition -> Admission.isAdmitted(condition, asOf));
        newest.replaceAll(condition -> credible(condition, birth, asOf));
        return newest;
    }

    /** An end that lies ahead, such as the year 9999, has not come; nothing begins before its patient was born. */
    private static Condition credible(Condition condition, @Nullable FhirDate birth, LocalDate asOf) {
        FhirDate onset = condition.onset() == null ? null : condition.onset().startOrEnd();
        boolean unborn =
                birth != null && onset != null && !birth.isSurelyAfter(asOf) && onset.isSurelyBefore(birth.earliest());
        boolean ahead = Admission.isFuture(condition.abatement(), asOf);
        return unborn || ahead
                ? condition.withCourse(unborn ? null : condition.onset(), ahead ? null : condition.abatement())
                : condition;
    }

    private static <T extends Resource> List<T> newest(List<T> all, Predicate<T> admitted) {
        Versions<T> versions = new Versions<>(all.size());
        Reference person = null;
        for (T resource : all) {
            Reference subject = resource.subject();
            boolean ofAPerson = isOne(subject, person) || Admission.isPerson(subject);
            if (ofAPerson) {
                person = subject;
            }
            versions.add(resource, ofAPerson && admitted.test(resource));
        }
        return versions.current();
    }

    // Nearly all entries share one instance as their subject, which is looked at once.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOne(@Nullable Reference subject, @Nullable Reference person) {
        return subject == person;
    }

    /** The newest admitted version of each entry, and the newest of its versions that were turned away. */
    private static final class Versions<T extends Resource> {
        private final List<T> kept;
        private final EntryTable places;
        private final Set<T> withoutKey = new HashSet<>();
        private final Map<String, ResourceHeader> turnedAway = new HashMap<>();

        Versions(int size) {
            kept = new ArrayList<>(size);
            places = new EntryTable(size);
        }

        void add(T resource, boolean admitted) {
            if (!admitted) {
                String key = key(resource);
                if (key != null) {
                    turnedAway.merge(key, resource.header(), (a, b) -> VersionStamp.compare(a, b) >= 0 ? a : b);
                }
            } else if (EntryTable.hasKey(resource)) {
                keepNewest(resource);
            } else if (withoutKey.add(resource)) {
                kept.add(resource);
            }
        }

        private void keepNewest(T resource) {
            int place = places.placeOf(resource, kept);
            if (place == kept.size()) {
                kept.add(resource);
            } else if (isNewer(resource, kept.get(place))) {
                kept.set(place, resource);
            }
        }

        List<T> current() {
            if (!turnedAway.isEmpty()) {
                kept.removeIf(this::isRetracted);
            }
            return kept;
        }

        private boolean isRetracted(T resource) {
            String key = key(resource);
            ResourceHeader retracted = key == null ? null : turnedAway.get(key);
            return retracted != null && VersionStamp.compare(retracted, resource.header()) > 0;
        }
    }

    private static @Nullable String key(Resource resource) {
        String id = resource.header().id();
        if (id == null) {
            return resource.header().fullUrl();
        }
        return resource instanceof MedicationUse ? resource.header().resourceType() + '/' + id : id;
    }

    /** Without version stamps the order must still not depend on the order of entries: the stronger word counts, then the content. */
    private static boolean isNewer(Resource candidate, Resource present) {
        if (candidate.equals(present)) {
            return false;
        }
        int byStamp = VersionStamp.compare(candidate.header(), present.header());
        if (byStamp != 0) {
            return byStamp > 0;
        }
        int byStrength = compareStrength(candidate, present);
        return byStrength != 0 ? byStrength > 0 : candidate.toString().compareTo(present.toString()) > 0;
    }

    private static int compareStrength(Resource one, Resource other) {
        return one instanceof MedicationUse a && other instanceof MedicationUse b
                ? Givenness.of(b).compareTo(Givenness.of(a))
                : 0;
    }
}
