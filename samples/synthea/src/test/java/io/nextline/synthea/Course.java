package io.nextline.synthea;

import java.util.List;

/**
 * A generated patient.
 *
 * @param name the module and the number in the cohort
 * @param record the record as Synthea exports it, a FHIR R4 Bundle as JSON
 * @param lines the lines of therapy that the module gave, in their order; nothing of them is in the record but its rows
 */
public record Course(String name, String record, List<TrueLine> lines) {

    /** Copies the lines. */
    public Course {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return name;
    }
}
