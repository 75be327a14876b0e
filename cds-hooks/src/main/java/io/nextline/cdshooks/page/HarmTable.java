package io.nextline.cdshooks.page;

import io.nextline.core.trial.Derived;
import io.nextline.core.trial.Events;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Trial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often one harm occurred, arm by arm, as numbers and as bars of a hundred patients.
 *
 * @param event the harm
 * @param bars an arm each
 * @param difference the difference, which no source prints, or null where none was worked out
 * @param basis how it was worked out, or null
 */
record HarmTable(
        String event,
        List<Bar> bars,
        @Nullable String difference,
        @Nullable String basis) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One arm.
     *
     * @param arm its label
     * @param text how many patients, in absolute numbers
     * @param width how long the bar is, of 100; null where the source leaves the share open
     * @param control whether it is the arm compared with
     */
    record Bar(String arm, String text, @Nullable String width, boolean control) {}

    /**
     * Returns the harms of a trial.
     *
     * @param ids which harms; all of them where none is named
     */
    static List<HarmTable> of(Trial trial, Collection<String> ids) {
        return trial.harms().stream()
                .map(Harm::id)
                .distinct()
                .filter(id -> ids.isEmpty() || ids.contains(id))
                .map(id -> of(trial, id))
                .toList();
    }

    private static HarmTable of(Trial trial, String id) {
        List<Harm> harms = trial.harms(id);
        String name = id + "-per-100";
        Derived difference = trial.derived().stream()
                .filter(derived -> derived.id().equals(name))
                .findFirst()
                .orElse(null);
        String control = harms.get(harms.size() - 1).arm();
        return new HarmTable(
                PageText.capital(harms.get(0).event()),
                harms.stream()
                        .map(harm ->
                                bar(trial, harm, harms.size() > 1 && harm.arm().equals(control)))
                        .toList(),
                difference == null ? null : PageText.capital(difference.label()) + ": " + difference.text(),
                difference == null ? null : difference.basis());
    }

    private static Bar bar(Trial trial, Harm harm, boolean control) {
        String arm = trial.arm(harm.arm()).map(each -> each.label()).orElse(harm.arm());
        return new Bar(arm, harm.count().text(), width(harm.count()), control);
    }

    private static @Nullable String width(Events count) {
        if (count.percent() != null) {
            return count.percent().toPlainString();
        }
        Integer n = count.n();
        Integer of = count.of();
        return n == null || of == null || of == 0
                ? null
                : BigDecimal.valueOf(n)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
