package io.nextline.samples.cli.evidence;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Derived;
import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.FollowUp;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialDate;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything the base holds on one trial. What a source does not say is left out, never filled in. */
public final class TrialPage {

    private static final int INDENT = 2;

    private final Screen screen;
    private final Trial trial;

    private TrialPage(Screen screen, Trial trial) {
        this.screen = screen;
        this.trial = trial;
    }

    /** Prints the page. */
    public static void print(Screen screen, Trial trial) {
        TrialPage page = new TrialPage(screen, trial);
        page.head();
        page.about();
        page.arms();
        new TrialResults(screen, trial).print();
        page.bullets("Notes", trial.notes());
        page.bullets(
                "Derived figures",
                trial.derived().stream().map(TrialPage::derived).toList());
        page.citation(trial.citation());
    }

    private void head() {
        screen.print(Text.of(trial.id(), Style.HEADING).plus(trial.nct() == null ? "" : "  " + trial.nct()));
        screen.print(Text.of(trial.title(), Style.BOLD));
        screen.line();
        screen.print(trial.conclusion());
        screen.line();
    }

    private void about() {
        Table table = new Table();
        String updates = trial.updates();
        row(table, "Phase", trial.phase());
        row(table, "Design", trial.design() == null ? null : trial.design().text());
        row(table, "Status", trial.status().id() + on(trial.statusAsOf()));
        row(
                table,
                "Layer",
                trial.layer().id() + on(trial.published()) + (updates == null ? "" : ", updates " + updates));
        row(table, "Also called", String.join(", ", trial.aliases()));
        row(table, "Population", trial.population());
        row(table, "Not tested", String.join("; ", trial.notTested()));
        row(table, "Enrolment", enrolment(trial.enrolment()));
        row(table, "Patients", patients(trial.enrolment()));
        row(table, "Stratified by", String.join("; ", trial.strata()));
        row(table, "Follow-up", trial.followUp().stream().map(FollowUp::text).collect(Collectors.joining("; ")));
        row(
                table,
                "Data cut-off",
                trial.dataCutoff() == null ? null : trial.dataCutoff().text());
        TrialDate completion = trial.estimatedCompletion();
        row(table, "Completion", completion == null ? null : completion.text() + " (estimated)");
        screen.print(table.lines(screen.width()));
    }

    private static void row(Table table, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            table.row(Text.of(name, Style.FAINT), Text.of(value));
        }
    }

    private static String on(@Nullable TrialDate date) {
        return date == null ? "" : " as of " + date.text();
    }

    private static @Nullable String enrolment(@Nullable Enrolment enrolment) {
        if (enrolment == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        count(parts, enrolment.screened(), " screened");
        count(parts, enrolment.randomised(), " randomised");
        count(parts, enrolment.estimated(), " planned");
        TrialDate from = enrolment.from();
        TrialDate to = enrolment.to();
        if (from != null || to != null) {
            parts.add((from == null ? "" : "from " + from.text() + " ") + (to == null ? "" : "to " + to.text()));
        }
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

    private static @Nullable String patients(@Nullable Enrolment enrolment) {
        if (enrolment == null) {
            return null;
        }
        return enrolment.characteristics().stream()
                .map(share -> share.label() + " " + share.text())
                .collect(Collectors.joining("; "));
    }

    private void arms() {
        Table table = new Table("Arm", "Role", "Randomised", "Treated", "Given");
        for (Arm arm : trial.arms()) {
            Arm.Role role = arm.role();
            table.row(
                    Text.of(arm.label()),
                    Text.of(role == null ? "" : role.id()),
                    Text.of(number(arm.randomised())),
                    Text.of(number(arm.treated())),
                    Text.of(given(arm)));
        }
        if (!table.isEmpty()) {
            screen.heading("Arms");
            screen.print(table.lines(screen.width() - INDENT), INDENT);
        }
    }

    private static String number(@Nullable Integer count) {
        return count == null ? "" : count.toString();
    }

    private static String given(Arm arm) {
        List<String> given = new ArrayList<>();
        given.add(arm.doses().isEmpty() ? String.join(" + ", arm.drugs()) : arm.doseText());
        given.addAll(arm.classes());
        given.addAll(arm.other());
        if (arm.placebo()) {
            given.add("placebo");
        }
        return given.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" + "));
    }

    private void bullets(String heading, List<String> items) {
        if (!items.isEmpty()) {
            screen.heading(heading);
            for (String item : items) {
                screen.print(Text.of("- " + item).wrappedHanging(screen.width() - INDENT, 2), INDENT);
            }
        }
    }

    private static String derived(Derived derived) {
        return derived.label() + ": " + derived.text() + "; " + derived.basis();
    }

    private void citation(Citation citation) {
        List<String> parts = new ArrayList<>();
        parts.add(place(citation.document(), citation.locator()));
        cited(parts, "", citation.journal());
        cited(parts, "PMID ", citation.pmid());
        cited(parts, "doi ", citation.doi());
        for (Citation.Source source : citation.sources()) {
            parts.add(place(source.document(), source.locator()));
        }
        bullets("Sources", parts);
    }

    private static void cited(List<String> parts, String label, @Nullable String value) {
        if (value != null) {
            parts.add(label + value);
        }
    }

    private static String place(String document, @Nullable String locator) {
        return locator == null ? document : document + ", " + locator;
    }
}
