package io.nextline.samples.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import io.nextline.samples.privacy.CanaryPatient;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** A process that runs the server with the patient of canaries alone, and with rights, until its standard input ends. */
final class CanaryFhirServer {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private CanaryFhirServer() {}

    /** Serves; prints the base URL of FHIR. */
    public static void main(String[] arguments) throws Exception {
        List<Object> rights = List.of(new CallerRightsTest.Rights());
        try (HapiServerSample server = HapiServerSample.start(0, CLOCK, rights, resources())) {
            System.out.println(server.fhirBase());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static List<Resource> resources() {
        IParser parser = FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        Bundle bundle = (Bundle) parser.parseResource(CanaryPatient.record().toString());
        return bundle.getEntry().stream().map(BundleEntryComponent::getResource).toList();
    }
}
