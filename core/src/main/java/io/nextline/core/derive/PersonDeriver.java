package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Patient;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the patient is an adult. */
final class PersonDeriver {

    private static final int ADULT_YEARS = 18;

    private final @Nullable Patient patient;
    private final LocalDate asOf;

    PersonDeriver(Chart chart) {
        this.patient = chart.record().patient();
        this.asOf = chart.asOf();
    }

    /** Returns whether the patient is 18 or older (hazard HZ-19); who was born on 29 February comes of age on 1 March. */
    Finding<Boolean> adult() {
        FhirDate birth = patient == null ? null : patient.birthDate();
        if (patient == null || birth == null || birth.isSurelyAfter(asOf)) {
            return Finding.unknown(MissingFact.BIRTH_DATE, "the birth date");
        }
        boolean surely = years(birth.latest()) >= ADULT_YEARS;
        boolean possibly = years(birth.earliest()) >= ADULT_YEARS;
        return surely == possibly
                ? Finding.known(surely, List.of(new Provenance(patient.header().reference(), "birthDate", birth)))
                : Finding.unknown(MissingFact.BIRTH_DATE, "the birth date to the day");
    }

    private int years(LocalDate birth) {
        return Period.between(birth, asOf).getYears();
    }
}
