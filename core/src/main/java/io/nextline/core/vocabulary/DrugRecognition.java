package io.nextline.core.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a medication was recognised as, and how.
 *
 * @param outcome whether it is anticancer therapy, something else, or cannot be told
 * @param drugs for {@code RECOGNISED} the antineoplastic drugs, sorted by name, never empty; for {@code OTHER_MEDICATION} the
 *     supportive, hormonal and other drugs of the vocabulary that were named, often none; else empty
 * @param basis by what the drugs were recognised; for several, the most reliable
 * @param codeTextConflict whether codes and wording name different drugs: all are listed, and no definite card may rest on them
 * @param label the name in our own words, never the record's: the drugs joined by a plus sign; null if none
 * @param product a remark on the product in our own words, for example that it is made for another cancer; or null
 */
public record DrugRecognition(
        Outcome outcome,
        List<Drug> drugs,
        Basis basis,
        boolean codeTextConflict,
        @Nullable String label,
        @Nullable String product) {

    /** What kind of row it is. */
    public enum Outcome {
        /** At least one antineoplastic drug. */
        RECOGNISED,
        /** A legible medication that is no anticancer therapy. It weakens no conclusion. */
        OTHER_MEDICATION,
        /** No legible name, or a placeholder such as a blinded study drug: it may be anything, and weakens every absence. */
        UNIDENTIFIED
    }

    /** By what a drug was recognised, most reliable first. */
    public enum How {
        /** A drug or product code of a known code system. */
        CODE,
        /** The code or name of an ingredient listed in the medication. */
        INGREDIENT,
        /** The ingredient's name in the wording that came with a code. */
        DISPLAY,
        /** A brand name in any wording. */
        BRAND,
        /** The ingredient's name in free text. */
        TEXT,
        /** Not recognised. */
        NONE
    }

    /**
     * By what a drug was recognised. It holds codes that the vocabulary lists and words of our own, never the record's wording.
     *
     * @param how the way
     * @param system the name of the code system, or null where no code was recognised
     * @param code the code, or null
     * @param level what kind of concept the code is in its system, for example {@code clinical drug}; or null
     * @param namesMore whether the wording beside the code names a drug that the code does not
     */
    public record Basis(
            How how,
            @Nullable String system,
            @Nullable String code,
            @Nullable String level,
            boolean namesMore) {

        static final Basis NONE = new Basis(How.NONE, null, null, null, false);

        /** Returns it in words, for example {@code RxNorm 1790173 (clinical drug)} or {@code brand name}. */
        public String words() {
            String coded = system + " " + code + (level == null ? "" : " (" + level + ")");
            String also = namesMore ? " and by name" : "";
            return switch (how) {
                case CODE -> coded + also;
                case INGREDIENT -> code == null ? "name of an ingredient" : "ingredient " + coded + also;
                case DISPLAY -> "name in the display";
                case BRAND -> "brand name";
                case TEXT -> "name in the text";
                case NONE -> "not recognised";
            };
        }
    }

    /** Copies the drugs. */
    public DrugRecognition {
        drugs = List.copyOf(drugs);
    }

    /** Returns the way in which the drugs were recognised. */
    public How how() {
        return basis.how();
    }

    /** Returns whether it is anticancer therapy. */
    public boolean isRecognised() {
        return outcome == Outcome.RECOGNISED;
    }
}
