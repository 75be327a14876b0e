package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * Facts set by hand: only those that a record seldom or never settles, so that a statement can be tried on both sides of them. What is
 * read from records has tests of its own.
 */
final class TableFacts {

    private TableFacts() {}

    static PatientFacts overridden(PatientFacts facts, JsonNode by) {
        by.fieldNames().forEachRemaining(name -> {
            if (!List.of("primaryInPlace", "oligoprogression").contains(name)) {
                throw new IllegalArgumentException("no fact to set: " + name);
            }
        });
        return new PatientFacts(
                facts.asOf(),
                facts.adult(),
                facts.circumstances(),
                facts.diagnosis(),
                facts.stage(),
                facts.therapy(),
                facts.adjuvantIci(),
                facts.metastaticSites(),
                finding(by.path("primaryInPlace"), facts.primaryInPlace(), MissingFact.PRIMARY_IN_PLACE),
                finding(by.path("oligoprogression"), facts.oligoprogression(), MissingFact.METASTATIC_SITES),
                facts.recurrence(),
                facts.performanceStatus(),
                facts.imdc(),
                facts.biomarkers(),
                facts.proposal(),
                facts.warnings());
    }

    private static Finding<Boolean> finding(JsonNode by, Finding<Boolean> derived, MissingFact fact) {
        return switch (by.asText("")) {
            case "true" -> Finding.known(true, List.of());
            case "false" -> Finding.known(false, List.of());
            case "unknown" -> Finding.unknown(fact, "set by the table");
            default -> derived;
        };
    }
}
