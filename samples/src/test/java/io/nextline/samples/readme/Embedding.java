package io.nextline.samples.readme;

import io.nextline.cdshooks.card.Card;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.io.PrintStream;
import java.time.LocalDate;

/** Nextline inside another program, as the README shows it. */
final class Embedding {

    private Embedding() {}

    static void print(byte[] bundle, LocalDate today, PrintStream out) {
        // tag::embed[]
        Nextline nextline = Nextline.load(); // once; immutable and thread-safe
        CardRenderer renderer = new CardRenderer(nextline.evidence());
        RecordReader reader = new RecordReader(ReadLimits.forRequests());

        PatientRecord record = reader.read(bundle); // FHIR JSON, as your server sends it
        EvidenceReport report = nextline.evaluate(record, today);
        for (Card card : renderer.render(report, "an id of this call")) {
            out.println(card.summary() + "\n" + card.detail()); // detail is Markdown
        }
        report.missing().forEach(gap -> out.println("missing: " + gap.fact().id() + ", for " + gap.decides()));
        // end::embed[]
    }
}
