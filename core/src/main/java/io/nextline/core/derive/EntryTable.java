package io.nextline.core.derive;

import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of one list that are versions of each other: those with the same id, or the same {@code fullUrl} where they
 * have none. It holds places in the list and nothing for each entry, since nearly every entry has one version.
 */
final class EntryTable {

    private static final int NONE = -1;

    private final int[] slots;

    EntryTable(int size) {
        int length = Integer.highestOneBit(Math.max(4, size)) * 4;
        slots = new int[length];
        Arrays.fill(slots, NONE);
    }

    /** Returns whether the entry has anything by which a version of it can be found. */
    static boolean hasKey(Resource resource) {
        return key(resource) != null;
    }

    /** Returns the place of a version of this entry; if there is none, the end of the list, which is then noted as its place. */
    <T extends Resource> int placeOf(T resource, List<T> entries) {
        int mask = slots.length - 1;
        int slot = hash(resource) & mask;
        while (slots[slot] != NONE) {
            if (isVersionOf(resource, entries.get(slots[slot]))) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = entries.size();
        return entries.size();
    }

    private static int hash(Resource resource) {
        int hash = Objects.hashCode(key(resource)) * 31 + type(resource).hashCode();
        return hash ^ (hash >>> 15);
    }

    private static boolean isVersionOf(Resource one, Resource other) {
        return Objects.equals(key(one), key(other)) && type(one).equals(type(other));
    }

    private static @Nullable String key(Resource resource) {
        ResourceHeader header = resource.header();
        return header.id() == null ? header.fullUrl() : header.id();
    }

    // Ids are unique within a type only, and the four medication types share one list.
    private static String type(Resource resource) {
        return resource instanceof MedicationUse ? resource.header().resourceType() : "";
    }
}
