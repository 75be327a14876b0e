package io.nextline.samples.cli;

import io.nextline.fhir.evidence.FhirVersion;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code r4} or {@code r5}. */
final class FhirVersionConverter implements ITypeConverter<FhirVersion> {

    @Override
    public FhirVersion convert(String value) {
        return Arrays.stream(FhirVersion.values())
                .filter(version -> version.id().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("use r4 or r5, not '" + value + "'"));
    }
}
