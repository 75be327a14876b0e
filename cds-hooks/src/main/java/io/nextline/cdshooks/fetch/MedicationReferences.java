package io.nextline.cdshooks.fetch;

import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Medication resources that orders and doses refer to and that did not come along: by relative reference, or by an
 * absolute one below the FHIR base. Servers were seen not to include them, so no template asks for that.
 */
final class MedicationReferences {

    private static final int BATCH = 100;
    private static final int LONGEST_ID = 64;

    private MedicationReferences() {}

    /**
     * Returns searches by id for what is missing, sorted, at most so many ids in all.
     *
     * @param record what was read so far
     * @param drafts the drafted orders
     * @param base the FHIR base
     * @param most how many Medications at most
     */
    static List<String> searches(PatientRecord record, List<Resource> drafts, FhirUrl base, int most) {
        TreeSet<String> ids = new TreeSet<>();
        record.medicationUses().forEach(use -> add(ids, use, base));
        for (Resource draft : drafts) {
            if (draft instanceof MedicationUse use) {
                add(ids, use, base);
            }
        }
        for (Medication medication : record.medications()) {
            if (medication.header().id() != null) {
                ids.remove(medication.header().id());
            }
        }
        return batches(new ArrayList<>(ids), most);
    }

    private static List<String> batches(List<String> ids, int most) {
        List<String> searches = new ArrayList<>();
        int end = Math.min(ids.size(), most);
        for (int i = 0; i < end; i += BATCH) {
            List<String> batch = ids.subList(i, Math.min(end, i + BATCH));
            searches.add("Medication?_id=" + String.join(",", batch) + "&_count=" + batch.size());
        }
        return searches;
    }

    private static void add(Set<String> ids, MedicationUse use, FhirUrl base) {
        Reference reference = use.content().concept() == null ? use.content().reference() : null;
        String id = reference == null || reference.reference() == null ? null : id(reference.reference(), base);
        if (id != null) {
            ids.add(id);
        }
    }

    /** Returns the id of a Medication at this base; null for a reference to anything else. */
    static @Nullable String id(String reference, FhirUrl base) {
        String typeAndId = ResourceHeader.typeAndId(reference);
        if (typeAndId == null || !typeAndId.startsWith("Medication/")) {
            return null;
        }
        String id = typeAndId.substring("Medication/".length());
        if (!isId(id)) {
            return null;
        }
        if (reference.indexOf(':') < 0) {
            return reference.startsWith(typeAndId) ? id : null;
        }
        int history = reference.indexOf("/_history/");
        FhirUrl url = FhirUrl.parse(history < 0 ? reference : reference.substring(0, history));
        return base.below(typeAndId).equals(url) ? id : null;
    }

    /** Returns whether a text is a FHIR id that means nothing else in a URL. */
    static boolean isId(String text) {
        boolean onlyDots = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (!plain && c != '.') {
                return false;
            }
            onlyDots &= c == '.';
        }
        return !onlyDots && text.length() <= LONGEST_ID;
    }
}
