package io.nextline.samples.cli.input;

import java.time.LocalDate;
import java.util.List;

/**
 * A bundled sample patient.
 *
 * @param folder the name of its folder
 * @param title who it is, in one line
 * @param asOf the day it is evaluated on
 * @param warnings drafts that bring up a warning
 */
public record SampleCase(String folder, String title, LocalDate asOf, List<Variant> warnings) {

    /**
     * Drafts that belong together.
     *
     * @param name what is drafted, in words
     * @param files the files in the patient's folder
     */
    public record Variant(String name, List<String> files) {

        /** Copies the files. */
        public Variant {
            files = List.copyOf(files);
        }
    }

    /** Copies the variants. */
    public SampleCase {
        warnings = List.copyOf(warnings);
    }
}
