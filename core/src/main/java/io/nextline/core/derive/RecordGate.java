package io.nextline.core.derive;

import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Resource;
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
                newest(record.conditions(), condition -> Admission.isAdmitted(condition, asOf)),
                newest(record.medicationUses(), use -> Admission.isAdmitted(use, asOf)),
                record.medications(),
                newest(record.observations(), observation -> Admission.isAdmitted(observation, asOf)),
                newest(record.procedures(), procedure -> Admission.isAdmitted(procedure, asOf)),
                record.serviceRequests(),
                newest(record.diagnosticReports(), report -> Admission.isAdmitted(report, asOf)),
                record.plans(),
                record.issues(),
                record.coverage());
    }

    private static <T extends Resource> List<T> newest(List<T> all, Predicate<T> admitted) {
        Versions<T> versions = new Versions<>(all.size());
        for (T resource : all) {
            versions.add(resource, admitted.test(resource));
        }
        return versions.current();
    }

    /** The newest admitted version of each entry, and the stamps of the versions that were turned away. */
    private static final class Versions<T extends Resource> {
        private final List<T> kept;
        private final Map<String, Integer> places;
        private final Set<T> withoutKey = new HashSet<>();
        private final Map<String, String> retractedStamps = new HashMap<>();

        Versions(int size) {
            kept = new ArrayList<>(size);
            places = new HashMap<>(size * 2);
        }

        void add(T resource, boolean admitted) {
            String key = key(resource);
            if (!admitted) {
                String stamp = resource.header().lastUpdated();
                if (key != null && stamp != null) {
                    retractedStamps.merge(key, stamp, (a, b) -> a.compareTo(b) >= 0 ? a : b);
                }
            } else if (key == null) {
                if (withoutKey.add(resource)) {
                    kept.add(resource);
                }
            } else {
                keepNewest(key, resource);
            }
        }

        private void keepNewest(String key, T resource) {
            Integer place = places.putIfAbsent(key, kept.size());
            if (place == null) {
                kept.add(resource);
            } else if (isNewer(resource, kept.get(place))) {
                kept.set(place, resource);
            }
        }

        List<T> current() {
            if (!retractedStamps.isEmpty()) {
                kept.removeIf(this::isRetracted);
            }
            return kept;
        }

        private boolean isRetracted(T resource) {
            String key = key(resource);
            String retracted = key == null ? null : retractedStamps.get(key);
            String own = resource.header().lastUpdated();
            return retracted != null && own != null && retracted.compareTo(own) > 0;
        }
    }

    private static @Nullable String key(Resource resource) {
        String id = resource.header().id();
        if (id == null) {
            return resource.header().fullUrl();
        }
        // Ids are unique within a type only, and the four medication types share one list.
        return resource instanceof MedicationUse ? resource.header().resourceType() + '/' + id : id;
    }

    /** Without version stamps the order must still not depend on the order of entries, so the content decides. */
    private static boolean isNewer(Resource candidate, Resource present) {
        if (candidate.equals(present)) {
            return false;
        }
        int byStamp = compareStamps(candidate, present);
        return byStamp != 0 ? byStamp > 0 : candidate.toString().compareTo(present.toString()) > 0;
    }

    private static int compareStamps(Resource one, Resource other) {
        String a = one.header().lastUpdated();
        String b = other.header().lastUpdated();
        return a == null || b == null ? 0 : a.compareTo(b);
    }
}
