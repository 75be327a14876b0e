package io.nextline.core.trial;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trial or study of the evidence base, as one file holds it. What is null or empty is what the source does not say.
 *
 * @param id the name as printed, unique in the base
 * @param shortName the name on cards
 * @param title what was studied, in our words
 * @param aliases other spellings
 * @param nct ClinicalTrials.gov identifier, or null
 * @param phase 1, 1/2, 1b/2, 2 or 3, or null
 * @param status what the source says of its state
 * @param statusAsOf when that was so, or null
 * @param layer source documents or later publication
 * @param published when an update was published, null in the seed layer
 * @param updates the id of the entry it brings up to date, or null
 * @param diseases the cancers it concerns, for looking it up
 * @param design how it was done, or null
 * @param population who was in it, in our words, or null
 * @param notTested who or what was not in it, in our words
 * @param excludedBiomarkers ids of the biomarkers whose carriers were not admitted, as far as the source says so
 * @param enrolment who was enrolled, or null
 * @param followUp how long patients were followed
 * @param dataCutoff when the data were cut off, or null
 * @param estimatedCompletion when it was expected to end, or null
 * @param strata what the randomisation was stratified by
 * @param arms its arms
 * @param results its results
 * @param harms its harms
 * @param conclusion what came of it, in our words
 * @param notes conflicts and readings, in our words
 * @param derived figures that were computed
 * @param citation where it is written
 */
public record Trial(
        String id,
        String shortName,
        String title,
        List<String> aliases,
        @Nullable String nct,
        @Nullable String phase,
        Status status,
        @Nullable TrialDate statusAsOf,
        Layer layer,
        @Nullable TrialDate published,
        @Nullable String updates,
        List<String> diseases,
        @Nullable Design design,
        @Nullable String population,
        List<String> notTested,
        List<String> excludedBiomarkers,
        @Nullable Enrolment enrolment,
        List<FollowUp> followUp,
        @Nullable TrialDate dataCutoff,
        @Nullable TrialDate estimatedCompletion,
        List<String> strata,
        List<Arm> arms,
        List<Result> results,
        List<Harm> harms,
        String conclusion,
        List<String> notes,
        List<Derived> derived,
        Citation citation) {

    /** Orders the seed layer before updates, then by id. */
    public static final Comparator<Trial> ORDER =
            Comparator.comparing(Trial::layer).thenComparing(Trial::id);

    /** Copies the lists. */
    public Trial {
        aliases = List.copyOf(aliases);
        diseases = List.copyOf(diseases);
        notTested = List.copyOf(notTested);
        excludedBiomarkers = List.copyOf(excludedBiomarkers);
        followUp = List.copyOf(followUp);
        strata = List.copyOf(strata);
        arms = List.copyOf(arms);
        results = List.copyOf(results);
        harms = List.copyOf(harms);
        notes = List.copyOf(notes);
        derived = List.copyOf(derived);
    }

    /** Says whether the entry was certainly out on that day; the source documents always are. */
    public boolean publishedBy(LocalDate day) {
        return published == null || !published.last().isAfter(day);
    }

    /** Returns the arm of that id. */
    public Optional<Arm> arm(String arm) {
        return arms.stream().filter(each -> each.id().equals(arm)).findFirst();
    }

    /** Returns the result of that id. */
    public Optional<Result> result(String result) {
        return results.stream().filter(each -> each.id().equals(result)).findFirst();
    }

    /** Returns the harm of that id in that arm. */
    public Optional<Harm> harm(String harm, String arm) {
        return harms.stream()
                .filter(each -> each.id().equals(harm) && each.arm().equals(arm))
                .findFirst();
    }

    /** Returns the harm of that id in every arm, in the order of the file. */
    public List<Harm> harms(String harm) {
        return harms.stream().filter(each -> each.id().equals(harm)).toList();
    }

    /** What a source says of the state of a trial. A table of trials ages: ask a registry before acting on it. */
    public enum Status {
        /** Results are out. */
        REPORTED,
        /** Under way. */
        ONGOING,
        /** Under way and enrolling. */
        RECRUITING,
        /** Ended without results that the source gives. */
        CLOSED,
        /** Not known. */
        UNKNOWN,
        /** Only named by a source: no figures, and no statement may rest on it. */
        CITED;

        /** Returns the name in the files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where an entry comes from. */
    public enum Layer {
        /** Only what the source documents say. */
        SEED,
        /** A later publication, dated, with its own source. */
        UPDATE;

        /** Returns the name in the files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
