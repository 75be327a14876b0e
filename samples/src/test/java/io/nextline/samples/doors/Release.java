package io.nextline.samples.doors;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.fhir.HapiRecordReader;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.Bundle.BundleEntryComponent;

/** A version of FHIR, with HAPI's definitions of it. */
@SuppressWarnings("ImmutableEnumChecker") // HAPI's context does not change once it is in use.
enum Release {
    R4(FhirContext.forR4Cached()),
    /** The resources that are read have R4's shapes. */
    R4B(FhirContext.forR4BCached()),
    R5(FhirContext.forR5Cached());

    private final FhirContext context;
    private final HapiRecordReader reader;

    Release(FhirContext context) {
        this.context = context;
        this.reader = new HapiRecordReader(context, ReadLimits.forRequests());
    }

    FhirContext context() {
        return context;
    }

    HapiRecordReader reader() {
        return reader;
    }

    /** Has HAPI parse JSON, with every objection silenced. */
    IBaseResource parse(String json) {
        LenientErrorHandler silent = new LenientErrorHandler(false).disableAllErrors();
        return context.newJsonParser().setParserErrorHandler(silent).parseResource(json);
    }

    /** Returns R4's JSON as that of this release, by HAPI's converter where the two differ. */
    String ofR4(String json) {
        if (this != R5) {
            return json;
        }
        Bundle converted = (Bundle) VersionConvertorFactory_40_50.convertResource((Resource) R4.parse(json));
        converted.getEntry().forEach(Release::keepId);
        return context.newJsonParser().encodeResourceToString(converted);
    }

    // HAPI takes a resource's id for its fullUrl where the two are one UUID, and then writes none.
    private static void keepId(BundleEntryComponent entry) {
        String id = entry.getResource().getIdElement().getIdPart();
        entry.getResource().setId(id.replace("urn:uuid:", ""));
    }

    /** Gives a resource in R4's shape this release's, whatever its values. */
    ObjectNode shaped(ObjectNode resource) {
        return this == R5 ? InR5.of(resource) : resource;
    }
}
