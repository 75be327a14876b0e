package io.nextline.fhir.evidence;

import java.util.Locale;

/** The FHIR versions that the evidence base is written in. */
public enum FhirVersion {
    /** FHIR 4.0.1. */
    R4("4.0.1"),
    /** FHIR 5.0.0. */
    R5("5.0.0");

    private final String number;

    FhirVersion(String number) {
        this.number = number;
    }

    /** Returns the name on the command line: {@code r4} or {@code r5}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the version's number as FHIR writes it. */
    public String number() {
        return number;
    }
}
