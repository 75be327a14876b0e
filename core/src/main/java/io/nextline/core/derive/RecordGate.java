package io.nextline.core.derive;

import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Resource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<T> kept = new ArrayList<>(all.size());
        Map<String, Integer> places = new HashMap<>(all.size() * 2);
        boolean retracted = false;
        for (T resource : all) {
            if (!admitted.test(resource)) {
                retracted = true;
            } else {
                keepNewest(resource, kept, places);
            }
        }
        if (retracted) {
            kept.removeIf(resource -> isOutdatedByRetraction(resource, all, admitted));
        }
        return kept;
    }

    private static <T extends Resource> void keepNewest(T resource, List<T> kept, Map<String, Integer> places) {
        String key = key(resource);
        Integer place = key == null ? null : places.get(key);
        if (place == null) {
            if (key == null && kept.contains(resource)) {
                return;
            }
            if (key != null) {
                places.put(key, kept.size());
            }
            kept.add(resource);
        } else if (isNewer(resource, kept.get(place))) {
            kept.set(place, resource);
        }
    }

    private static @Nullable String key(Resource resource) {
        String id = resource.header().id();
        if (id == null) {
            return resource.header().fullUrl();
        }
        // Ids are unique within a type only, and the four medication types share one list.
        return resource.header().resourceType() + '/' + id;
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

    private static <T extends Resource> boolean isOutdatedByRetraction(T kept, List<T> all, Predicate<T> admitted) {
        String key = key(kept);
        return key != null
                && all.stream()
                        .anyMatch(other -> !admitted.test(other)
                                && Objects.equals(key, key(other))
                                && compareStamps(other, kept) > 0);
    }
}
