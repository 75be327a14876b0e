package io.nextline.fhir;

import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;

/** Reads a {@link DiagnosticReport}. */
final class DiagnosticReportMapper extends ResourceMapper<org.hl7.fhir.r4.model.DiagnosticReport> {

    DiagnosticReportMapper() {
        super(
                org.hl7.fhir.r4.model.DiagnosticReport.class,
                Set.of(
                        "status",
                        "category",
                        "code",
                        "subject",
                        "effectiveDateTime",
                        "effectivePeriod",
                        "conclusion",
                        "conclusionCode",
                        "modifierExtension"));
    }

    @Override
    DiagnosticReport record(org.hl7.fhir.r4.model.DiagnosticReport report, ResourceHeader header, Elements in) {
        return new DiagnosticReport(
                header,
                in.text(report.hasStatusElement(), report::getStatusElement),
                Datatypes.concepts(report.hasCategory(), report::getCategory),
                Datatypes.concept(report.hasCode(), report::getCode),
                Datatypes.reference(report.hasSubject(), report::getSubject),
                Datatypes.time(report.getEffective(), "effective", in),
                in.text(report.hasConclusionElement(), report::getConclusionElement),
                Datatypes.concepts(report.hasConclusionCode(), report::getConclusionCode));
    }
}
