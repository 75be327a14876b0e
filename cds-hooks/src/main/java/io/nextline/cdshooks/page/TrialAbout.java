package io.nextline.cdshooks.page;

import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.FollowUp;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a trial was done and how far it has come: what its source says, row by row. */
final class TrialAbout {
    private final List<Row> rows = new ArrayList<>();

    private TrialAbout() {}

    /**
     * One thing that is known.
     *
     * @param name what it is
     * @param value what the source says
     */
    record Row(String name, String value) {}

    static List<Row> of(Trial trial) {
        TrialAbout about = new TrialAbout();
        about.row("Phase", trial.phase());
        about.row("Design", trial.design() == null ? null : trial.design().text());
        about.row("Status", trial.status().id() + on(trial.statusAsOf()));
        about.row("Layer", layer(trial));
        about.row("Also called", String.join(", ", trial.aliases()));
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null) {
            about.row("Enrolment", enrolment(enrolment));
            about.row("Enrolled", dates(enrolment));
            about.row("Where", places(enrolment));
            about.row("Patients", patients(enrolment));
        }
        about.row("Stratified by", String.join("; ", trial.strata()));
        about.row("Follow-up", trial.followUp().stream().map(FollowUp::text).collect(Collectors.joining("; ")));
        about.row("Data cut-off", text(trial.dataCutoff()));
        TrialDate completion = trial.estimatedCompletion();
        about.row("Completion", completion == null ? null : completion.text() + " (estimated)");
        about.row("Biomarkers not admitted", String.join(", ", trial.excludedBiomarkers()));
        return List.copyOf(about.rows);
    }

    private void row(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            rows.add(new Row(name, value));
        }
    }

    private static String layer(Trial trial) {
        return trial.layer() == Trial.Layer.SEED
                ? "source documents of the evidence base"
                : "later publication"
                        + (trial.published() == null
                                ? ""
                                : " of " + trial.published().text());
    }

    private static String on(@Nullable TrialDate date) {
        return date == null ? "" : ", as of " + date.text();
    }

    private static @Nullable String text(@Nullable TrialDate date) {
        return date == null ? null : date.text();
    }

    private static String enrolment(Enrolment enrolment) {
        List<String> parts = new ArrayList<>();
        count(parts, enrolment.screened(), " screened");
        count(parts, enrolment.randomised(), " randomised");
        count(parts, enrolment.estimated(), " planned");
        return String.join(", ", parts);
    }

    private static String dates(Enrolment enrolment) {
        String from = enrolment.from() == null ? "" : "from " + enrolment.from().text();
        String to = enrolment.to() == null ? "" : "to " + enrolment.to().text();
        return (from + " " + to).strip();
    }

    private static String places(Enrolment enrolment) {
        List<String> parts = new ArrayList<>();
        count(parts, enrolment.sites(), " sites");
        count(parts, enrolment.countries(), " countries");
        parts.addAll(enrolment.regions());
        return String.join(", ", parts);
    }

    private static void count(List<String> parts, @Nullable Integer count, String what) {
        if (count != null) {
            parts.add(count + what);
        }
    }

    private static String patients(Enrolment enrolment) {
        Integer age = enrolment.minimumAge();
        Stream<String> least = age == null ? Stream.empty() : Stream.of("aged " + age + " or over");
        Stream<String> shares = enrolment.characteristics().stream().map(share -> share.label() + " " + share.text());
        return Stream.concat(least, shares).collect(Collectors.joining("; "));
    }
}
