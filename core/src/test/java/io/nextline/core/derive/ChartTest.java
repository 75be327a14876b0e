package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Provenance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The entries understood once for every deriver, in an order that the order of the record has no part in. */
final class ChartTest {

    private static final String SNOMED = "http://snomed.info/sct";

    /** Returns the chart of these entries, and asserts that their order makes none. */
    private static Chart chart(String... entries) {
        List<String> order = new ArrayList<>(List.of(entries));
        Chart chart = chart(order);
        Collections.reverse(order);
        Chart reversed = chart(order);
        assertThat(reversed.conditions()).isEqualTo(chart.conditions());
        assertThat(reversed.procedures()).isEqualTo(chart.procedures());
        assertThat(reversed.statuses()).isEqualTo(chart.statuses());
        assertThat(reversed.primaryInPlace()).isEqualTo(chart.primaryInPlace());
        return chart;
    }

    private static Chart chart(List<String> entries) {
        KidneyRecord record = KidneyRecord.undiagnosed();
        entries.forEach(record::with);
        return record.chart();
    }

    private static String code(String snomed) {
        return "'code':{'coding':[{'system':'" + SNOMED + "','code':'" + snomed + "'}]}";
    }

    private static String metastasis(String id, String more) {
        return KidneyRecord.resource("Condition", id, code("94391008") + more);
    }

    private static String nephrectomy(String id, String more) {
        return KidneyRecord.resource("Procedure", id, "'status':'completed'," + code("116033007") + more);
    }

    private static String report(String id, String date) {
        return KidneyRecord.resource(
                "DiagnosticReport", id, "'status':'final','conclusion':'Primary tumor in situ, unchanged.'" + date);
    }

    @Test
    void conditionsStandInTheOrderOfTimeUndatedLast() {
        assertThat(chart(
                                metastasis("a", ""),
                                metastasis("b", ",'onsetDateTime':'2025-03-01'"),
                                metastasis("d", ",'recordedDate':'2024-03-01'"),
                                metastasis("c", ",'recordedDate':'2024-03-01'"))
                        .conditions())
                .extracting(row -> row.condition().header().reference())
                .containsExactly("Condition/c", "Condition/d", "Condition/b", "Condition/a");
    }

    @Test
    void conditionsWithoutAnIdStandInTheOrderOfTheirContent() {
        assertThat(chart(
                                metastasis("a", ",'bodySite':[{'text':'left'}]").replace("'id':'a',", ""),
                                metastasis("a", ",'bodySite':[{'text':'right'}]")
                                        .replace("'id':'a',", ""))
                        .conditions())
                .extracting(row -> row.condition().bodySite().get(0).text())
                .containsExactly("left", "right");
    }

    @Test
    void proceduresStandInTheOrderOfTimeUndatedLast() {
        assertThat(chart(
                                nephrectomy("a", ""),
                                nephrectomy("b", ",'performedDateTime':'2025-03-01'"),
                                nephrectomy("c", ",'performedDateTime':'2024-03-01'"))
                        .procedures())
                .extracting(procedure -> procedure.provenance().reference())
                .containsExactly("Procedure/c", "Procedure/b", "Procedure/a");
    }

    @Test
    @Tag("HZ-05")
    void theLastReportOfThePrimaryInPlaceIsTheSourceOfIt() {
        Provenance source = chart(
                        report("a", ",'effectiveDateTime':'2026-10-01'"),
                        report("b", ",'effectiveDateTime':'2026-09-01'"))
                .primaryInPlace();
        assertThat(source).isNotNull();
        assertThat(source.reference()).isEqualTo("DiagnosticReport/a");
        assertThat(source.date()).isNotNull();
        Provenance undated = chart(report("a", "")).primaryInPlace();
        assertThat(undated).isNotNull();
        assertThat(undated.date()).isNull();
        assertThat(chart(metastasis("a", "")).primaryInPlace()).isNull();
    }
}
