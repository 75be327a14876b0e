package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.derive.PatientFactsDeriver;
import io.nextline.core.fact.PatientFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One case of a truth table: a patient, what is drafted, and what the statement must answer.
 *
 * @param statement the id of the statement
 * @param name what is particular about this patient
 * @param table the file it stands in
 * @param json the case as written
 */
record TableCase(String statement, String name, JsonNode table, JsonNode json) {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "why",
            "base",
            "remove",
            "add",
            "change",
            "incomplete",
            "drafts",
            "selections",
            "facts",
            "asOf",
            "layer",
            "expect",
            "card",
            "silencedBy",
            "supersededBy");
    private static final LocalDate DEFAULT_DAY = LocalDate.of(2026, 11, 21);

    /** Returns all cases of a table. */
    static List<TableCase> of(JsonNode table) {
        List<TableCase> cases = new ArrayList<>();
        for (JsonNode json : table.path("cases")) {
            cases.add(new TableCase(
                    table.path("statement").asText(), json.path("name").asText(), table, json));
        }
        return cases;
    }

    /** Returns fields that no reader of the table looks at, which are slips. */
    Set<String> unknownFields() {
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                unknown.add(field);
            }
        });
        return unknown;
    }

    /** Returns the answer wanted: true, false or unknown, or absent where the statement is not in force. */
    String expected() {
        return json.path("expect").asText();
    }

    /** Returns the report about the patient of this case. */
    EvidenceReport report(EvidenceBase base, TableShapes shapes) {
        String baseName = json.path("base").asText(table.path("base").asText());
        TableRecord record = new TableRecord(shapes, TableShapes.read("base/" + baseName + ".json"), json);
        LocalDate asOf = json.has("asOf") ? LocalDate.parse(json.path("asOf").asText()) : DEFAULT_DAY;
        PatientFacts facts = new PatientFactsDeriver(base.vocabulary(), base.profile())
                .derive(
                        record.record(json.path("incomplete")),
                        record.drafts(json.path("drafts"), json.get("selections")),
                        asOf);
        Layer layer = "seed".equals(json.path("layer").asText()) ? Layer.SEED : Layer.ALL;
        return new ReportBuilder(base).build(TableFacts.overridden(facts, json.path("facts")), layer);
    }

    @Override
    public String toString() {
        return statement + " " + expected() + ": " + name;
    }
}
