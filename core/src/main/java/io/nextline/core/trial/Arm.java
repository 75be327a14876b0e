package io.nextline.core.trial;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One arm of a trial.
 *
 * @param id unique in the trial, the drugs joined by a plus sign where they are known
 * @param label the arm in words
 * @param drugs ingredient names, only those that the source names; may be empty
 * @param role experimental or control, or null where there is no comparison or the source leaves it open
 * @param randomised patients assigned, or null where not printed
 * @param treated patients who received at least one dose, or null where not printed
 * @param placebo whether a placebo was given
 * @param classes drug classes, where the source names no drug
 * @param other treatment that is not a drug
 * @param doses doses as printed
 */
public record Arm(
        String id,
        String label,
        List<String> drugs,
        @Nullable Role role,
        @Nullable Integer randomised,
        @Nullable Integer treated,
        boolean placebo,
        List<String> classes,
        List<String> other,
        List<Dose> doses) {

    /** Copies the lists and checks the counts. */
    public Arm {
        drugs = List.copyOf(drugs);
        classes = List.copyOf(classes);
        other = List.copyOf(other);
        doses = List.copyOf(doses);
        if (randomised != null && treated != null && treated > randomised) {
            throw new IllegalArgumentException("an arm needs treated <= randomised");
        }
        for (Dose dose : doses) {
            if (!drugs.contains(dose.drug())) {
                throw new IllegalArgumentException("a dose needs a drug of its arm, not " + dose.drug());
            }
        }
    }

    /** Returns the doses in one line, or nothing where none is printed. */
    public String doseText() {
        return doses.stream().map(Dose::text).collect(Collectors.joining(" + "));
    }

    /** What an arm is in the comparison. */
    public enum Role {
        /** The treatment under test. */
        EXPERIMENTAL("experimental"),
        /** What it is compared with. */
        CONTROL("control");

        private final String id;

        Role(String id) {
            this.id = id;
        }

        /** Returns the name in the files. */
        public String id() {
            return id;
        }
    }
}
