package io.nextline.core.derive;

import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Biomarker;
import io.nextline.core.vocabulary.BiomarkerReading;
import io.nextline.core.vocabulary.BiomarkerReading.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The results of one gene over time. An alteration once found stays; that none was found holds only while no result found one; and
 * what is not a clear answer leaves the marker open and says why.
 */
final class BiomarkerResults {

    private final Biomarker marker;
    private final List<Provenance> positive = new ArrayList<>();
    private final List<Provenance> negative = new ArrayList<>();
    private final TreeSet<String> details = new TreeSet<>();
    private final Set<String> genesWithout = new HashSet<>();
    private boolean everyGeneWithout;
    private boolean otherVariant;
    private boolean oneVariantOnly;
    private boolean germlineOnly;
    private boolean unclear;

    BiomarkerResults(Biomarker marker) {
        this.marker = marker;
    }

    void germline() {
        germlineOnly = true;
    }

    void unclear() {
        unclear = true;
    }

    /**
     * Takes a result.
     *
     * @param named alterations named beside it, for example as a change of the protein
     * @param gene the gene that was looked at where the marker has several, or null for all of them
     */
    void add(BiomarkerReading reading, List<String> named, @Nullable CodeableConcept gene, Provenance provenance) {
        TreeSet<String> variants = new TreeSet<>(reading.details());
        variants.addAll(named);
        if (reading.result() == Result.PRESENT) {
            present(variants, provenance);
        } else if (reading.result() == Result.ABSENT) {
            absent(variants, gene, provenance);
        } else {
            unclear = true;
        }
    }

    private void present(Set<String> variants, Provenance provenance) {
        if (marker.variant() != null && !variants.contains(marker.variant())) {
            otherVariant = true;
            return;
        }
        positive.add(provenance);
        if (marker.variant() == null) {
            details.addAll(variants);
        }
    }

    // That one alteration is absent says little of the gene, unless that one is the marker.
    private void absent(Set<String> variants, @Nullable CodeableConcept gene, Provenance provenance) {
        if (!variants.isEmpty() && !variants.contains(String.valueOf(marker.variant()))) {
            oneVariantOnly = true;
            return;
        }
        negative.add(provenance);
        String code = gene == null ? null : gene.firstCodeOrText();
        if (code == null) {
            everyGeneWithout = true;
        } else {
            genesWithout.add(code);
        }
    }

    /**
     * Returns what is known.
     *
     * @param genes of how many genes the marker consists
     */
    Finding<Biomarkers.Result> finding(int genes) {
        if (!positive.isEmpty()) {
            String detail = details.isEmpty() ? null : String.join(", ", details);
            return known(true, detail, positive);
        }
        boolean all = everyGeneWithout || genesWithout.size() >= genes;
        if (!negative.isEmpty() && all && !otherVariant && !unclear) {
            return known(false, null, negative);
        }
        return Finding.unknown(MissingFact.BIOMARKERS, marker.name() + ": " + why());
    }

    private static Finding<Biomarkers.Result> known(boolean found, @Nullable String detail, List<Provenance> from) {
        List<Provenance> sorted =
                from.stream().sorted(Provenance.ORDER).distinct().toList();
        FhirDate first = sorted.get(0).date();
        return Finding.known(new Biomarkers.Result(found, detail, first), sorted);
    }

    private String why() {
        if (otherVariant) {
            return "an alteration of the gene is recorded, but not whether it is this one";
        }
        if (unclear) {
            return "a result is recorded that is no clear answer";
        }
        if (oneVariantOnly) {
            return "only single alterations were looked for";
        }
        if (!negative.isEmpty()) {
            return "only some of its genes were looked at";
        }
        return germlineOnly ? "only a result of the germ line is recorded" : "no result in the record";
    }
}
