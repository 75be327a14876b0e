package io.nextline.samples.cli.explain;

import io.nextline.cdshooks.page.story.Course;
import io.nextline.cdshooks.page.story.Course.Event;
import io.nextline.cdshooks.page.story.Course.Sign;
import io.nextline.cdshooks.page.story.Course.Stretch;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.LocalTherapy;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a patient's course into rows: diagnosis, local therapy, lines of therapy, progression, and how the patient is. */
final class CourseBuilder {
    private static final String ICI = "ICI";
    private static final Set<Imdc.Factor> LABORATORY =
            EnumSet.of(Imdc.Factor.HAEMOGLOBIN, Imdc.Factor.CALCIUM, Imdc.Factor.NEUTROPHILS, Imdc.Factor.PLATELETS);

    private final PatientFacts facts;
    private final List<Course.Row> rows = new ArrayList<>();

    private CourseBuilder(PatientFacts facts) {
        this.facts = facts;
    }

    /** Returns the course. */
    static Course of(PatientFacts facts, List<LocalTherapy> localTherapies) {
        CourseBuilder builder = new CourseBuilder(facts);
        builder.diagnosis();
        localTherapies.forEach(builder::local);
        builder.metastases();
        facts.therapy().lines().forEach(builder::line);
        builder.checkpointInhibitors();
        facts.therapy().lines().forEach(builder::progression);
        builder.performance();
        builder.laboratory();
        return new Course(builder.rows);
    }

    private void row(String label, String detail, List<Stretch> stretches, List<Event> events) {
        rows.add(new Course.Row(label, detail, stretches, events));
    }

    private static List<Event> event(Sign sign, @Nullable FhirDate date) {
        return date == null ? List.of() : List.of(new Event(sign, date));
    }

    private static String text(@Nullable FhirDate date) {
        return date == null ? "undated" : date.text();
    }

    private void diagnosis() {
        FhirDate diagnosed = facts.diagnosis().diagnosed();
        String cancer = facts.diagnosis().type().fold(known -> known.value().display(), open -> "type not determined");
        row("Diagnosis: " + cancer, text(diagnosed), List.of(), event(Sign.DIAGNOSIS, diagnosed));
    }

    private void local(LocalTherapy done) {
        boolean surgery = done.kind() == LocalTherapy.Kind.SURGERY;
        String label =
                (surgery ? "Surgery: " : "Radiotherapy: ") + done.procedure().replace('-', ' ');
        row(label, text(done.date()), List.of(), event(surgery ? Sign.SURGERY : Sign.RADIOTHERAPY, done.date()));
    }

    private void metastases() {
        List<MetastaticSite> sites = facts.metastaticSites();
        if (!sites.isEmpty()) {
            List<Event> events = sites.stream()
                    .flatMap(site -> event(Sign.MEASUREMENT, site.since()).stream())
                    .distinct()
                    .toList();
            String detail = sites.stream()
                    .map(site -> site.site() + " (" + text(site.since()) + ")")
                    .collect(Collectors.joining(", "));
            row("Metastases first recorded", detail, List.of(), events);
        }
    }

    private static String name(LineOfTherapy line) {
        String label = Lines.label(line);
        boolean counted = !label.equals("-") && !label.equals("?");
        return counted ? "line " + label : line.setting().id() + " therapy";
    }

    private void line(LineOfTherapy line) {
        boolean ongoing = line.endReason() == EndReason.ONGOING;
        String detail = "setting: " + line.setting().id() + "; " + text(line.start()) + " to "
                + (ongoing ? "now" : text(line.end())) + "; ended by: "
                + (ongoing ? "not ended" : line.endReason().id());
        String name = name(line);
        String label = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        row(label + ": " + Lines.drugs(line), detail, List.of(stretch(line)), List.of());
    }

    private static Stretch stretch(LineOfTherapy line) {
        return new Stretch(line.start(), line.end(), line.endReason() == EndReason.ONGOING);
    }

    private void checkpointInhibitors() {
        List<LineOfTherapy> lines =
                facts.therapy().lines().stream().filter(line -> line.has(ICI)).toList();
        if (!lines.isEmpty()) {
            String drugs = lines.stream()
                    .flatMap(line -> line.regimen().stream())
                    .filter(drug -> drug.isA(ICI))
                    .map(drug -> drug.name())
                    .distinct()
                    .collect(Collectors.joining(", "));
            row(
                    "Exposure to checkpoint inhibitors",
                    drugs,
                    lines.stream().map(CourseBuilder::stretch).toList(),
                    List.of());
        }
    }

    private void progression(LineOfTherapy line) {
        String label = "Progression on or after " + name(line);
        Finding<Progression> progression = line.progression();
        Progression known = progression.orNull();
        if (known == null) {
            String gap = progression.fold(found -> "", open -> open.gap().detail());
            row(label, "? unknown: " + gap, List.of(), List.of());
            return;
        }
        List<Event> events = switch (known.grade()) {
            case STATED -> event(Sign.PROGRESSION_STATED, known.date());
            case INFERRED -> event(Sign.PROGRESSION_INFERRED, known.date());
            case NONE -> List.of();
        };
        row(label, known.grade().id() + ", " + text(known.date()), List.of(), events);
    }

    private void performance() {
        PerformanceStatus status = facts.performanceStatus().orNull();
        if (status != null) {
            String detail =
                    "ECOG " + status.text() + ", " + status.date().text() + (status.stale() ? ", out of date" : "");
            row("Performance status", detail, List.of(), event(Sign.MEASUREMENT, status.date()));
        }
    }

    private void laboratory() {
        Imdc imdc = facts.imdc();
        if (imdc == null) {
            return;
        }
        List<String> words = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (Map.Entry<Imdc.Factor, Finding<Boolean>> factor : imdc.factors().entrySet()) {
            Boolean present = factor.getValue().orNull();
            if (present != null && LABORATORY.contains(factor.getKey())) {
                words.add(factor.getKey().id() + (present ? ": risk factor" : ": no risk factor"));
                factor.getValue().fold(Finding.Known::provenance, open -> List.<Provenance>of()).stream()
                        .map(Provenance::date)
                        .filter(Objects::nonNull)
                        .forEach(date -> events.add(new Event(Sign.MEASUREMENT, date)));
            }
        }
        if (!words.isEmpty()) {
            row(
                    "Laboratory values (IMDC)",
                    String.join("; ", words),
                    List.of(),
                    events.stream().distinct().toList());
        }
    }
}
