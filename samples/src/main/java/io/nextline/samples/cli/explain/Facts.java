package io.nextline.samples.cli.explain;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the facts about a patient into words, in the order in which a clinician asks for them. */
final class Facts {

    private final PatientFacts facts;
    private final List<Fact> told = new ArrayList<>();

    private Facts(PatientFacts facts) {
        this.facts = facts;
    }

    static List<Fact> of(PatientFacts facts) {
        List<Fact> all = new ArrayList<>(disease(facts));
        all.addAll(treatment(facts));
        all.addAll(condition(facts));
        return List.copyOf(all);
    }

    /** Returns what and where the cancer is. */
    static List<Fact> disease(PatientFacts facts) {
        return of(facts, Facts::disease);
    }

    /** Returns what was done about it, but for the lines of therapy, and what is drafted. */
    static List<Fact> treatment(PatientFacts facts) {
        return of(facts, Facts::treatment);
    }

    /** Returns how the patient is. */
    static List<Fact> condition(PatientFacts facts) {
        return of(facts, Facts::condition);
    }

    private static List<Fact> of(PatientFacts facts, Consumer<Facts> part) {
        Facts teller = new Facts(facts);
        part.accept(teller);
        return List.copyOf(teller.told);
    }

    private void disease() {
        told.add(Fact.of("diagnosis", facts.diagnosis().type(), DiagnosisType::display));
        told.add(Fact.of("histology", facts.diagnosis().histology(), id -> id.replace('-', ' ')));
        FhirDate diagnosed = facts.diagnosis().diagnosed();
        if (diagnosed != null) {
            told.add(Fact.known(
                    "first diagnosed", diagnosed.text(), facts.diagnosis().provenance()));
        }
        told.add(Fact.of("stage now", facts.stage(), Stage::id));
        for (MetastaticSite site : facts.metastaticSites()) {
            told.add(Fact.known("metastasis", site.site() + since(site.since()) + appearance(site), site.provenance()));
        }
        told.add(Fact.yesNo("primary in place", facts.primaryInPlace()));
        told.add(Fact.yesNo("recurrence after curative treatment", facts.recurrence()));
        told.add(Fact.yesNo("progression at few sites only", facts.oligoprogression()));
        Biomarkers biomarkers = facts.biomarkers();
        if (biomarkers != null) {
            biomarkers.markers().forEach(each -> told.add(Fact.of(each.name(), each.result(), Facts::biomarker)));
        }
    }

    private void imdc(Imdc imdc) {
        String groups = imdc.groups().stream().map(Imdc.Group::id).collect(Collectors.joining(" or "));
        List<Provenance> from = imdc.factors().values().stream()
                .flatMap(factor -> factor.fold(Finding.Known::provenance, open -> List.<Provenance>of()).stream())
                .distinct()
                .toList();
        told.add(Fact.known("IMDC risk group", groups, from));
        imdc.factors().forEach((factor, present) -> told.add(Fact.of(name(factor), present, Facts::present)));
    }

    private static String name(Imdc.Factor factor) {
        return "IMDC " + (factor == Imdc.Factor.TIME ? "time to therapy" : factor.id());
    }

    private static String present(boolean present) {
        return present ? "risk factor present" : "risk factor absent";
    }

    private void treatment() {
        TherapyHistory therapy = facts.therapy();
        LineOfTherapy latest = therapy.latest();
        if (latest != null) {
            told.add(Fact.of("progression on or after the latest line", latest.progression(), Facts::progression));
        }
        AdjuvantIci adjuvant = facts.adjuvantIci();
        if (adjuvant != null) {
            adjuvant(adjuvant);
        }
        if (!therapy.activeDrugs().isEmpty()) {
            told.add(Fact.known("active systemic therapy", names(therapy.activeDrugs()), active(therapy)));
        }
        facts.proposal().drafts().forEach(draft -> told.add(draft(draft)));
        if (!therapy.unidentified().isEmpty()) {
            int count = therapy.unidentified().size();
            String rows = count + (count == 1 ? " row names" : " rows name") + " no legible drug";
            told.add(Fact.known("unidentified therapy", rows, therapy.unidentified()));
        }
        if (latest != null) {
            told.add(counted(therapy));
        }
        told.add(Fact.known("medication record", medicationRecord(therapy), List.of()));
    }

    /** The latest entry of each active drug's line: it says that the drug goes on. */
    private static List<Provenance> active(TherapyHistory therapy) {
        List<Provenance> from = new ArrayList<>();
        for (LineOfTherapy line : therapy.lines()) {
            boolean isActive = therapy.activeDrugs().stream().anyMatch(drug -> line.has(drug.name()));
            if (isActive && !line.provenance().isEmpty()) {
                from.add(line.provenance().get(line.provenance().size() - 1));
            }
        }
        return from;
    }

    private void adjuvant(AdjuvantIci adjuvant) {
        List<Provenance> from = adjuvant.line().provenance();
        told.add(Fact.known("adjuvant checkpoint inhibitor", Lines.drugs(adjuvant.line()), from));
        told.add(Fact.yesNo("adjuvant therapy completed", adjuvant.completed()));
        told.add(Fact.yesNo("relapse after adjuvant therapy", adjuvant.relapse()));
        Boolean relapse = adjuvant.relapse().orNull();
        if (Boolean.TRUE.equals(relapse)) {
            told.add(Fact.of("relapse came", adjuvant.timing(), Facts::timing));
        }
    }

    private static String timing(AdjuvantIci.Timing timing) {
        return switch (timing) {
            case DURING -> "during adjuvant therapy";
            case WITHIN_WINDOW -> "after the last dose, within the profile's window";
            case AFTER_WINDOW -> "after the last dose, later than the profile's window";
        };
    }

    private static Fact draft(DraftOrder draft) {
        String what = names(draft.drugs());
        String procedure = draft.procedure();
        if (what.isEmpty()) {
            what = procedure == null ? "neither an anticancer drug nor a known procedure" : procedure;
        }
        String state = (draft.selected() ? "" : ", not selected") + (draft.research() ? ", research protocol" : "");
        Provenance from = new Provenance(draft.reference(), "draft order", null);
        return Fact.known("drafted order", what + state, List.of(from));
    }

    private static String medicationRecord(TherapyHistory therapy) {
        return therapy.rows()
                + (therapy.rows() == 1 ? " therapy row understood; " : " therapy rows understood; ")
                + (therapy.readWhole() ? "read whole; " : "not read whole; ")
                + (therapy.reachesBeginning() ? "reaches the start of treatment" : "start of treatment not shown")
                + (therapy.orderKnown() ? "" : "; dates leave the order of lines open");
    }

    private static Fact counted(TherapyHistory therapy) {
        List<Provenance> from = therapy.lines().stream()
                .filter(LineOfTherapy::isAdvanced)
                .flatMap(line -> line.provenance().stream().limit(1))
                .toList();
        String count = therapy.count().advanced().words() + ", counted by line rules "
                + therapy.count().profileVersion();
        return Fact.known("lines for advanced disease", count, from);
    }

    private void condition() {
        told.add(Fact.of("performance status", facts.performanceStatus(), Facts::performance));
        Imdc imdc = facts.imdc();
        if (imdc != null) {
            imdc(imdc);
        }
        told.add(Fact.of("age", facts.adult(), adult -> adult ? "18 or over" : "under 18"));
        circumstance("vital status", "deceased", facts.circumstances().death());
        circumstance("pregnancy", "recorded as active", facts.circumstances().pregnancy());
        circumstance("breastfeeding", "recorded", facts.circumstances().lactation());
        circumstance(
                "hospice or comfort care",
                "recorded as current",
                facts.circumstances().comfortCare());
    }

    private void circumstance(String name, String value, List<Provenance> from) {
        if (!from.isEmpty()) {
            told.add(Fact.known(name, value, from));
        }
    }

    private static String biomarker(Biomarkers.Result result) {
        String detail = result.detail();
        return (result.positive() ? "found" : "tested and not found") + (detail == null ? "" : ": " + detail);
    }

    private static String performance(PerformanceStatus status) {
        Integer karnofsky = status.karnofsky();
        return "ECOG " + status.text()
                + " on " + status.date().text()
                + (karnofsky == null ? "" : " (Karnofsky " + karnofsky + ")")
                + (status.stale() ? ", out of date" : "");
    }

    static String progression(Progression progression) {
        FhirDate date = progression.date();
        return progression.grade().id() + (date == null ? "" : " " + date.text()) + ": " + progression.rule()
                + fromLastDose(progression) + " [rule " + progression.basis().id() + "]";
    }

    private static String fromLastDose(Progression progression) {
        Integer days = progression.daysFromLastDose();
        if (days == null || progression.grade() == Progression.Grade.INFERRED) {
            return "";
        }
        int count = Math.abs(days);
        return ", " + count + (count == 1 ? " day " : " days ") + (days < 0 ? "before" : "after") + " the last dose";
    }

    static String grade(Finding<Progression> progression) {
        Progression known = progression.orNull();
        if (known == null) {
            return "unknown";
        }
        FhirDate date = known.date();
        return known.grade().id() + (date == null ? "" : " " + date.text());
    }

    private static String appearance(MetastaticSite site) {
        return switch (site.appearance()) {
            case NEW -> ", new since the latest line began";
            case OLD -> ", on record when the latest line began";
            case UNKNOWN -> "";
        };
    }

    private static String since(@Nullable FhirDate date) {
        return date == null ? "" : " since " + date.text();
    }

    static String names(List<Drug> drugs) {
        return drugs.stream().map(Drug::name).collect(Collectors.joining(" + "));
    }
}
