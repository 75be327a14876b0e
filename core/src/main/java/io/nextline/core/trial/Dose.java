package io.nextline.core.trial;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a drug was given in one arm. A dose belongs to its trial: it must never cross to another disease.
 *
 * @param drug the ingredient
 * @param amount amount with unit, for example {@code 1200 mg}
 * @param route route, or null where not printed
 * @param schedule how often, or null where not printed
 * @param printed the dose as the source prints it
 */
public record Dose(
        String drug,
        String amount,
        @Nullable String route,
        @Nullable String schedule,
        String printed) {

    /** Returns for example {@code atezolizumab 1200 mg intravenously every 3 weeks}. */
    public String text() {
        return Stream.of(drug, amount, route, schedule).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
