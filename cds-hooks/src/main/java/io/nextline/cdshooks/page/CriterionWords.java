package io.nextline.cdshooks.page;

import io.nextline.core.criterion.AdvancedLinesAtLeast;
import io.nextline.core.criterion.AdvancedLinesAtMost;
import io.nextline.core.criterion.ClinicianJudges;
import io.nextline.core.criterion.CompletedAdjuvantIci;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.CurrentlyOn;
import io.nextline.core.criterion.DiagnosisIs;
import io.nextline.core.criterion.HasExtracranialSite;
import io.nextline.core.criterion.HasOligoprogression;
import io.nextline.core.criterion.HasPrimaryInPlace;
import io.nextline.core.criterion.HasProgressed;
import io.nextline.core.criterion.HasProgressedOn;
import io.nextline.core.criterion.HasProgressedOnLatestLine;
import io.nextline.core.criterion.HasSite;
import io.nextline.core.criterion.HistologyIn;
import io.nextline.core.criterion.IsAdult;
import io.nextline.core.criterion.IsFirstRelapse;
import io.nextline.core.criterion.LatestProgressedRegimenHas;
import io.nextline.core.criterion.NeverReceived;
import io.nextline.core.criterion.Proposes;
import io.nextline.core.criterion.ProposesAlone;
import io.nextline.core.criterion.ProposesProcedure;
import io.nextline.core.criterion.ProposesRegimen;
import io.nextline.core.criterion.Received;
import io.nextline.core.criterion.ReceivedForAdvanced;
import io.nextline.core.criterion.RelapsedAfterAdjuvantIci;
import io.nextline.core.criterion.RelapsedDuringAdjuvantIci;
import io.nextline.core.criterion.StageIn;
import io.nextline.core.criterion.Unused;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what a criterion asks, in a clinician's words and without a patient. Immutable once made. */
public final class CriterionWords {

    private final Map<Class<?>, Function<Criterion, String>> words = new HashMap<>();

    /** Gathers the words. */
    public CriterionWords() {
        disease();
        therapy();
        drafts();
    }

    private void disease() {
        say(DiagnosisIs.class, asked -> "the cancer is " + asked.type().display());
        say(HistologyIn.class, asked -> "histology is " + or(asked.histologies()));
        say(
                StageIn.class,
                asked -> "stage now is "
                        + or(asked.stages().stream().map(stage -> stage.id()).toList()));
        say(IsAdult.class, asked -> "18 or older");
        say(HasSite.class, asked -> "a metastasis in the " + plain(asked.site()));
        say(HasExtracranialSite.class, asked -> "a metastasis outside the brain");
        say(HasPrimaryInPlace.class, asked -> "the primary tumour is in place");
        say(HasOligoprogression.class, asked -> "progression at few sites only");
        say(IsFirstRelapse.class, asked -> "first relapse after treatment with curative intent");
        say(ClinicianJudges.class, asked -> "for the clinician to judge: " + asked.question());
    }

    private void therapy() {
        say(HasProgressed.class, asked -> "the cancer progressed on or after a therapy");
        say(HasProgressedOn.class, asked -> "the cancer progressed on or after " + together(asked.drugsOrClasses()));
        say(HasProgressedOnLatestLine.class, asked -> "the cancer progressed on or after the latest line of therapy");
        say(LatestProgressedRegimenHas.class, CriterionWords::latestRegimen);
        say(Received.class, asked -> "received " + or(asked.drugsOrClasses()) + ", ever");
        say(ReceivedForAdvanced.class, asked -> "received " + or(asked.drugsOrClasses()) + " for advanced disease");
        say(Unused.class, asked -> plain(asked.drugOrClass()) + " not used so far");
        say(NeverReceived.class, asked -> plain(asked.drugOrClass()) + " never received, elsewhere included");
        say(CurrentlyOn.class, asked -> "now on " + together(asked.drugsOrClasses()));
        say(AdvancedLinesAtLeast.class, asked -> "at least " + lines(asked.count()));
        say(
                AdvancedLinesAtMost.class,
                asked -> asked.count() == 0
                        ? "no line of therapy for advanced disease so far"
                        : "at most " + lines(asked.count()));
        say(RelapsedAfterAdjuvantIci.class, asked -> "relapsed during or after an adjuvant checkpoint inhibitor");
        say(RelapsedDuringAdjuvantIci.class, asked -> "relapsed while an adjuvant checkpoint inhibitor was given");
        say(CompletedAdjuvantIci.class, asked -> "the adjuvant checkpoint inhibitor was completed as planned");
    }

    private void drafts() {
        say(Proposes.class, asked -> "an order for " + or(asked.drugsOrClasses()));
        say(ProposesAlone.class, asked -> "an order for " + plain(asked.drug()) + " with no other anticancer drug");
        say(ProposesRegimen.class, asked -> "an order that completes " + together(asked.drugsOrClasses()));
        say(ProposesProcedure.class, asked -> "an order for " + plain(asked.procedure()));
    }

    /** Returns the words; of a kind that has none here, its name. */
    public String of(Criterion criterion) {
        Function<Criterion, String> said = words.get(criterion.getClass());
        return said == null ? name(criterion) : said.apply(criterion);
    }

    /** Returns whether a kind has words of its own. */
    public boolean knows(Criterion criterion) {
        return words.containsKey(criterion.getClass());
    }

    private static String name(Criterion criterion) {
        return criterion
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private <C extends Criterion> void say(Class<C> kind, Function<C, String> said) {
        words.put(kind, criterion -> said.apply(kind.cast(criterion)));
    }

    private static String latestRegimen(LatestProgressedRegimenHas asked) {
        String with = asked.with().isEmpty() ? "" : " held " + together(asked.with());
        String without = asked.without().isEmpty() ? "" : " lacked " + or(asked.without());
        String and = with.isEmpty() || without.isEmpty() ? "" : " and";
        return "the regimen that the cancer progressed on last" + with + and + without;
    }

    private static String lines(int count) {
        return count + (count == 1 ? " line" : " lines") + " of therapy for advanced disease";
    }

    private static String or(List<String> names) {
        return names.stream().map(CriterionWords::plain).collect(Collectors.joining(" or "));
    }

    private static String together(List<String> names) {
        return names.stream().map(CriterionWords::plain).collect(Collectors.joining(" + "));
    }

    /** Ids of histologies, stages, sites and procedures are words joined by hyphens; names of classes such as PD-1 stay. */
    private static String plain(String id) {
        boolean words = id.equals(id.toLowerCase(Locale.ROOT)) && id.chars().noneMatch(Character::isDigit);
        return words ? id.replace('-', ' ') : id;
    }
}
