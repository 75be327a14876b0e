package io.nextline.core.derive;

import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineCount;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a reader of the answer should know about the data behind it: what was unread, left out, stale or unidentified. */
final class Warnings {

    static final String COMFORT_CARE =
            "hospice or comfort care is recorded: no card is shown; the statements stand in the assessment";

    private Warnings() {}

    static void addTo(
            Collection<String> warnings,
            PatientRecord record,
            Chart chart,
            TherapyHistory therapy,
            Finding<PerformanceStatus> status) {
        unread(warnings, record);
        if (!therapy.unidentified().isEmpty()) {
            warnings.add(
                    count(therapy.unidentified().size(), "therapy row", "therapy rows") + " could not be identified");
        }
        counted(warnings, therapy.count());
        PerformanceStatus known = status.orNull();
        if (known != null && known.stale()) {
            warnings.add("the performance status of " + known.date().text() + " is old");
        }
        withoutSubject(warnings, chart.record());
    }

    private static void counted(Collection<String> warnings, LineCount count) {
        CountRange advanced = count.advanced();
        if (!count.orderKnown()) {
            String range = advanced.isExact() ? "" : ": " + advanced.words() + " for advanced disease";
            warnings.add("the dates do not tell the order of the lines of therapy" + range);
        } else if (!advanced.isExact()) {
            warnings.add("the number of lines for advanced disease is open: " + advanced.words());
        }
    }

    private static void unread(Collection<String> warnings, PatientRecord record) {
        Map<String, Integer> unread = new TreeMap<>();
        for (ReadIssue issue : Set.copyOf(record.issues())) {
            String type = issue.resourceType() == null ? "entry" : issue.resourceType();
            unread.merge(type + ": " + words(issue.kind()), 1, Integer::sum);
        }
        unread.forEach((what, times) -> warnings.add("not read: " + times + " " + what));
    }

    private static String words(ReadIssue.Kind kind) {
        return switch (kind) {
            case WRONG_SHAPE -> "wrong shape, set aside";
            case BAD_DATE -> "unreadable or placeholder date, used without it";
            case BAD_NUMBER -> "unreadable number, set aside";
            case DUPLICATE_FIELD -> "a field twice, set aside";
            case MODIFIER_EXTENSION -> "unknown modifier extension, set aside";
            case NO_RESOURCE_TYPE -> "no resource type, set aside";
            case OPERATION_OUTCOME -> "the server answered with an error";
            case FURTHER_PAGES -> "further pages not supplied";
        };
    }

    private static void withoutSubject(Collection<String> warnings, PatientRecord record) {
        int rows = withoutSubject(record.conditions())
                + withoutSubject(record.medicationUses())
                + withoutSubject(record.observations())
                + withoutSubject(record.procedures());
        if (rows > 0) {
            warnings.add(count(rows, "row", "rows") + " without a subject, taken as this patient's");
        }
    }

    private static int withoutSubject(List<? extends Resource> resources) {
        int rows = 0;
        for (Resource resource : resources) {
            if (resource.subject() == null) {
                rows++;
            }
        }
        return rows;
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
