package io.nextline.core.vocabulary;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of imaging and clinic reports, read sentence by sentence. Reports use words that a coded status never meets: doubt,
 * comparison with earlier studies, other diseases that progress, questions. Nothing of the text is kept.
 *
 * <p>Source of the caution: FHIR-DATA section 5 (text needs negation handling) and sample patient 36. The word lists are data.
 */
public final class ReportVocabulary {

    private static final Map<String, ReportReading> READINGS = Ids.byName(ReportReading.values());
    private static final String PROGRESSION_GROUP = "progression";

    private final TextRules<ReportReading> course;
    private final TextRules<Boolean> primary;

    ReportVocabulary(DataNode file) {
        file.only(Set.of("course", "primaryInPlace"));
        course = new TextRules<>(
                file.get("course"),
                row -> Ids.required(
                        row.only(fields("reading")), "reading", READINGS, ReportReading.POSSIBLE_PROGRESSION));
        primary = new TextRules<>(
                file.get("primaryInPlace"), row -> row.only(fields("inPlace")).flag("inPlace"));
    }

    private static Set<String> fields(String conclusion) {
        Set<String> fields = new HashSet<>(TextRules.FIELDS);
        fields.add(conclusion);
        return fields;
    }

    /** Returns what a report says of the course of the cancer, or null if nothing. */
    public @Nullable ReportReading course(@Nullable String text) {
        if (text == null || !course.mentionsAny(text)) {
            return null;
        }
        EnumSet<ReportReading> found = EnumSet.noneOf(ReportReading.class);
        boolean denied = false;
        for (int from = 0; from < text.length(); ) {
            int to = endOfSentence(text, from);
            String sentence = text.substring(from, to);
            ReportReading reading = course.first(sentence);
            if (reading != null) {
                found.add(asked(text, to) && reading.isProgression() ? ReportReading.POSSIBLE_PROGRESSION : reading);
            }
            denied |= course.takesBack(sentence, PROGRESSION_GROUP);
            from = to + 1;
        }
        return together(found, denied);
    }

    /** Returns whether a report says that the primary tumour is still there; false when it says nothing of it. */
    public boolean saysPrimaryInPlace(@Nullable String text) {
        return Boolean.TRUE.equals(primary.first(text));
    }

    private static @Nullable ReportReading together(Set<ReportReading> found, boolean denied) {
        boolean progression =
                found.contains(ReportReading.PROGRESSION) || found.contains(ReportReading.OLIGOPROGRESSION);
        boolean better = found.contains(ReportReading.STABLE) || found.contains(ReportReading.IMPROVED);
        if (found.contains(ReportReading.MIXED) || (progression && (better || denied))) {
            return ReportReading.MIXED;
        }
        if (progression) {
            return found.contains(ReportReading.OLIGOPROGRESSION)
                    ? ReportReading.OLIGOPROGRESSION
                    : ReportReading.PROGRESSION;
        }
        if (found.contains(ReportReading.POSSIBLE_PROGRESSION)) {
            return ReportReading.POSSIBLE_PROGRESSION;
        }
        return found.contains(ReportReading.STABLE) ? ReportReading.STABLE : better ? ReportReading.IMPROVED : null;
    }

    private static boolean asked(String text, int end) {
        return end < text.length() && text.charAt(end) == '?';
    }

    /** A full stop ends a sentence only before a space, so that "1.1" and "Dr.Who" do not. */
    private static int endOfSentence(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '\n' || c == '|' || c == '?' || c == '!') {
                return i;
            }
            if (c == '.' && (i + 1 == text.length() || text.charAt(i + 1) <= ' ')) {
                return i;
            }
        }
        return text.length();
    }
}
