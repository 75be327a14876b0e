package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The coded answers of the ECOG and Karnofsky scales, and how one is read as the other. Immutable and thread-safe. */
public final class PerformanceVocabulary {

    private static final Set<String> ROW = Set.of("system", "codes", "mark", "source", "score");

    private final Codes<Integer> ecog;
    private final Codes<Integer> karnofsky;
    private final NavigableMap<Integer, Integer> ecogOfKarnofsky = new TreeMap<>();

    PerformanceVocabulary(CodeSystems systems, DataNode file) {
        file.only(Set.of("ecog", "karnofsky", "ecogOfKarnofsky", "source"));
        ecog = answers(systems, file, "ecog");
        karnofsky = answers(systems, file, "karnofsky");
        for (DataNode row : file.list("ecogOfKarnofsky")) {
            row.only(Set.of("from", "ecog"));
            ecogOfKarnofsky.put(number(row, "from"), number(row, "ecog"));
        }
        if (!ecogOfKarnofsky.containsKey(0)) {
            file.problem("ecogOfKarnofsky needs a row from 0");
            ecogOfKarnofsky.put(0, 5);
        }
    }

    private static Codes<Integer> answers(CodeSystems systems, DataNode file, String scale) {
        Codes<Integer> answers = new Codes<>(systems);
        for (DataNode row : file.list(scale)) {
            answers.add(row.only(ROW), number(row, "score"));
        }
        return answers;
    }

    private static int number(DataNode row, String field) {
        BigDecimal number = row.number(field);
        if (number == null) {
            row.problem("needs the number " + field);
            return 0;
        }
        return number.intValue();
    }

    /** Returns the ECOG score that a coded answer stands for; null if none is listed, or two are. */
    public @Nullable Integer ecog(CodeableConcept answer) {
        return score(ecog, answer);
    }

    /** Returns the Karnofsky score that a coded answer stands for; null if none is listed, or two are. */
    public @Nullable Integer karnofsky(CodeableConcept answer) {
        return score(karnofsky, answer);
    }

    private static @Nullable Integer score(Codes<Integer> answers, CodeableConcept answer) {
        Integer found = null;
        for (Coding coding : answer.coding()) {
            Integer score = answers.find(coding);
            if (found != null && score != null && !found.equals(score)) {
                return null;
            }
            found = score == null ? found : score;
        }
        return found;
    }

    /**
     * Returns the ECOG score that a Karnofsky score is read as.
     *
     * @param karnofskyScore 0 to 100
     */
    public int ecogOf(int karnofskyScore) {
        return ecogOfKarnofsky.floorEntry(karnofskyScore).getValue();
    }
}
