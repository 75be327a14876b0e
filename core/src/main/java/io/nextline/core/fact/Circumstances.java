package io.nextline.core.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * What the record says of the person apart from the cancer: each state with the entries that state it. An empty list says that no
 * entry does, never that the contrary holds.
 *
 * @param death that the patient has died
 * @param pregnancy that the patient is pregnant now
 * @param lactation that the patient is breastfeeding now
 * @param comfortCare that the patient is now in hospice or comfort care
 */
public record Circumstances(
        List<Provenance> death, List<Provenance> pregnancy, List<Provenance> lactation, List<Provenance> comfortCare) {

    /** Nothing recorded. */
    public static final Circumstances NONE = new Circumstances(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Circumstances {
        death = List.copyOf(death);
        pregnancy = List.copyOf(pregnancy);
        lactation = List.copyOf(lactation);
        comfortCare = List.copyOf(comfortCare);
    }

    /** Returns the published names of the states that are recorded, in a stable order. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        note(ids, "deceased", death);
        note(ids, "pregnancy", pregnancy);
        note(ids, "lactation", lactation);
        note(ids, "comfort-care", comfortCare);
        return ids;
    }

    private static void note(List<String> ids, String id, List<Provenance> entries) {
        if (!entries.isEmpty()) {
            ids.add(id);
        }
    }
}
