package io.nextline.core.derive;

import io.nextline.core.fhir.ResourceHeader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Which of two versions of an entry is the newer, by {@code meta.lastUpdated}, else by a counting {@code meta.versionId}. */
final class VersionStamp {

    private static final int MOST_DIGITS = 18;
    private static final long NONE = -1;

    private VersionStamp() {}

    /** Returns a positive number if the first is surely newer, a negative one if the second is, and 0 where nobody can tell. */
    static int compare(ResourceHeader one, ResourceHeader other) {
        String a = one.lastUpdated();
        String b = other.lastUpdated();
        int byTime = a == null || b == null || a.equals(b) ? 0 : compareTimes(a, b);
        return byTime != 0 ? byTime : compareNumbers(number(one.versionId()), number(other.versionId()));
    }

    private static int compareNumbers(long a, long b) {
        return a == NONE || b == NONE ? 0 : Long.compare(a, b);
    }

    /** Servers write one instant in several zones; a stamp that is no instant is compared as text. */
    private static int compareTimes(String a, String b) {
        try {
            return OffsetDateTime.parse(a)
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(b).toInstant());
        } catch (DateTimeException noInstant) {
            return a.compareTo(b);
        }
    }

    /** Returns the number that a version id counts with, or that there is none. */
    private static long number(@Nullable String versionId) {
        if (versionId == null || versionId.isEmpty() || versionId.length() > MOST_DIGITS) {
            return NONE;
        }
        for (int i = 0; i < versionId.length(); i++) {
            if (versionId.charAt(i) < '0' || versionId.charAt(i) > '9') {
                return NONE;
            }
        }
        return Long.parseLong(versionId);
    }
}
