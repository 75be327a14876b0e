package io.nextline.cdshooks.card;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small wordings that the parts of a card share. */
final class Words {

    private Words() {}

    /** Returns the published id as words: {@code locally-advanced} becomes {@code locally advanced}. */
    static String ofId(String id) {
        return id.replace('-', ' ');
    }

    /** Returns the text with a capital first letter. */
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns the text without a full stop at its end. */
    static String unended(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Returns the date as written, or that there is none. */
    static String date(@Nullable FhirDate date) {
        return date == null ? "undated" : date.text();
    }

    /** Returns the drugs joined by a plus sign. */
    static String regimen(List<Drug> drugs) {
        StringBuilder names = new StringBuilder();
        for (Drug drug : drugs) {
            names.append(names.isEmpty() ? "" : " + ").append(drug.name());
        }
        return names.toString();
    }

    /** Returns the number with its noun: {@code 1 line}, {@code 2 lines}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
