package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Stage;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A report in the names of the public contract, so that expectations can be written in them. */
final class Published {

    private final EvidenceReport report;
    private final PatientFacts facts;
    private final ObjectNode tree = SamplePatient.MAPPER.createObjectNode();

    private Published(EvidenceReport report) {
        this.report = report;
        this.facts = report.facts();
    }

    /** Returns what a report publishes; a fact that is open is null or {@code unknown} as in the contract. */
    static ObjectNode of(EvidenceReport report) {
        Published published = new Published(report);
        published.disease();
        published.therapy();
        published.condition();
        published.answer();
        return published.tree;
    }

    private void disease() {
        ObjectNode diagnosis = tree.putObject("diagnosis");
        diagnosis.put("type", facts.diagnosis().publishedType().id());
        diagnosis.put("histology", facts.diagnosis().histology().orNull());
        Stage stage = facts.stage().orNull();
        diagnosis.put("stage", stage == null ? "unknown" : stage.id());
        ArrayNode sites = tree.putArray("metastaticSites");
        facts.metastaticSites().forEach(site -> sites.add(site.site()));
        tree.put("primaryInPlace", threeValued(facts.primaryInPlace().orNull()));
        tree.put("oligoprogression", threeValued(facts.oligoprogression().orNull()));
    }

    private void therapy() {
        ArrayNode lines = tree.putArray("linesOfTherapy");
        TreeSet<String> classes = new TreeSet<>();
        for (LineOfTherapy line : facts.therapy().lines()) {
            ObjectNode node = lines.addObject();
            node.put("line", line.ordinal());
            node.put("setting", line.setting().id());
            ArrayNode drugs = node.putArray("drugs");
            line.regimen().stream().map(Drug::name).sorted().forEach(drugs::add);
            node.put("start", text(line.start()));
            node.put("end", text(line.end()));
            node.put("endReason", line.endReason().id());
            line.regimen().forEach(drug -> classes.addAll(drug.classes()));
        }
        ArrayNode prior = tree.putArray("priorClasses");
        classes.forEach(prior::add);
        tree.put("unidentifiedTherapy", facts.therapy().unidentified().size());
        progression();
    }

    /** The latest line with a progression, stated or inferred; else the latest line as far as it is settled. */
    private void progression() {
        ObjectNode node = tree.putObject("progression");
        List<LineOfTherapy> lines = facts.therapy().lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Progression found = lines.get(i).progression().orNull();
            if (found != null && (found.isProgression() || (i == lines.size() - 1 && noneBefore(lines, i)))) {
                node.put("grade", found.grade().id());
                node.put("onLine", lines.get(i).ordinal());
                node.put("date", text(found.date()));
                return;
            }
        }
        node.put("grade", "unknown");
    }

    private static boolean noneBefore(List<LineOfTherapy> lines, int end) {
        return lines.subList(0, end).stream().noneMatch(LineOfTherapy::hasProgressed);
    }

    private void condition() {
        PerformanceStatus status = facts.performanceStatus().orNull();
        if (status != null) {
            ObjectNode node = tree.putObject("performanceStatus");
            node.put("ecog", status.ecog());
            node.put("date", status.date().text());
        }
        Imdc imdc = facts.imdc();
        if (imdc != null) {
            ObjectNode node = tree.putObject("imdc");
            ArrayNode groups = node.putArray("groups");
            imdc.groups().forEach(group -> groups.add(group.id()));
            ObjectNode factors = node.putObject("factors");
            for (Map.Entry<Imdc.Factor, io.nextline.core.fact.Finding<Boolean>> factor :
                    imdc.factors().entrySet()) {
                factors.put(factor.getKey().id(), threeValued(factor.getValue().orNull()));
            }
        }
    }

    private void answer() {
        tree.put("warnings", facts.warnings().size());
        ObjectNode statements = tree.putObject("statements");
        ObjectNode because = tree.putObject("because");
        ArrayNode silenced = tree.putArray("silenced");
        for (StatementOutcome outcome : report.outcomes()) {
            String id = outcome.statement().id();
            statements.put(id, outcome.applies().id());
            outcome.because().forEach(because.withArray("/" + id)::add);
            if ("research-protocol".equals(outcome.silencedBy())) {
                silenced.add(id);
            }
        }
        ArrayNode missing = tree.putArray("missing");
        report.missing().stream().map(RankedGap::fact).forEach(fact -> missing.add(fact.id()));
        ArrayNode cards = tree.putArray("cards");
        for (CardPlan card : report.cards()) {
            ObjectNode node = cards.addObject();
            node.put("indicator", card.warning() ? "warning" : "info");
            ArrayNode on = node.putArray("statements");
            card.statements().forEach(outcome -> on.add(outcome.statement().id()));
        }
        tree.put(
                "noCardReason",
                report.noCardReason() == null ? null : report.noCardReason().id());
    }

    private static String threeValued(Boolean value) {
        return value == null ? "unknown" : value.toString();
    }

    private static String text(FhirDate date) {
        return date == null ? null : date.text();
    }
}
