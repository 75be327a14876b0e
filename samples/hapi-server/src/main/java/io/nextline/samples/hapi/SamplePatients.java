package io.nextline.samples.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The sample patients of the command line, from its jar. */
final class SamplePatients {

    /** Those whose Bundle is a first page, stands for a query that failed, or refers by its own URLs: nothing to store so. */
    static final Set<String> NOT_STORED =
            Set.of("42a-rcc-more-pages", "42b-rcc-query-failed", "43-rcc-german", "51-rcc-two-lines-tivo-3");

    private static final String FOLDER = "/io/nextline/samples/patients/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SamplePatients() {}

    /** Returns the folders of the patients that are stored. */
    static List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (JsonNode patient : json("index.json")) {
            String folder = patient.path("folder").asText();
            if (!NOT_STORED.contains(folder)) {
                folders.add(folder);
            }
        }
        return folders;
    }

    /** Returns all resources of all patients that are stored. */
    static List<Resource> all(FhirContext context) {
        IParser parser =
                context.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        List<Resource> all = new ArrayList<>();
        for (String folder : folders()) {
            Bundle bundle =
                    (Bundle) parser.parseResource(json(folder + "/bundle.json").toString());
            bundle.getEntry().forEach(entry -> all.add(entry.getResource()));
        }
        return all;
    }

    /** Returns a file of the samples. */
    static JsonNode json(String file) {
        try (InputStream in = SamplePatients.class.getResourceAsStream(FOLDER + file)) {
            return JSON.readTree(Objects.requireNonNull(in, file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
