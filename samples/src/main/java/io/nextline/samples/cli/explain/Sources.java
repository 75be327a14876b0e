package io.nextline.samples.cli.explain;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Names the entries that a conclusion rests on. A long list is cut, with its length. */
final class Sources {

    private static final int OF_A_FACT = 4;
    private static final int OF_A_CRITERION = 2;

    private Sources() {}

    /** One, for the fact that stands beside it, and how many more there are; a date that the fact names is not repeated. */
    static Text leading(List<Provenance> provenance, String fact) {
        if (provenance.isEmpty()) {
            return Text.of("the record as a whole", Style.FAINT);
        }
        Provenance first = provenance.get(0);
        FhirDate date = first.date();
        String dated = date == null || fact.contains(" " + date.text()) ? "" : " " + date.text();
        int more = provenance.size() - 1;
        String said = first.reference() + " " + first.element() + dated + (more == 0 ? "" : " +" + more);
        return Text.of(said, Style.FAINT);
    }

    static Text ofFact(List<Provenance> provenance) {
        return first(OF_A_FACT, provenance);
    }

    /** Fewer, for the facts have named them already. */
    static Text ofCriterion(List<Provenance> provenance) {
        return first(OF_A_CRITERION, provenance);
    }

    private static Text first(int count, List<Provenance> provenance) {
        if (provenance.isEmpty()) {
            return Text.EMPTY;
        }
        String shown = provenance.stream().limit(count).map(Sources::one).collect(Collectors.joining(", "));
        int more = provenance.size() - count;
        return Text.of(more > 0 ? shown + " and " + more + " more" : shown, Style.FAINT);
    }

    private static String one(Provenance provenance) {
        FhirDate date = provenance.date();
        String basis = provenance.basis();
        return provenance.reference() + " (" + provenance.element()
                + (date == null ? "" : ", " + date.text())
                + (basis == null ? "" : ", " + basis) + ")";
    }
}
