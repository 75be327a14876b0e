package io.nextline.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IJsonLikeParser;
import io.nextline.core.fhir.ReadIssue;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** HAPI's JSON parser, given one resource at a time. Not thread-safe: one serves one reading. */
final class HapiJson {

    private final IJsonLikeParser parser;
    private final Shapes shapes;

    HapiJson(FhirContext context, Shapes shapes) {
        this.parser = (IJsonLikeParser) context.newJsonParser();
        this.parser.setParserErrorHandler(new Unheard());
        this.shapes = shapes;
    }

    /**
     * Returns the resource as HAPI reads it.
     *
     * @throws SetAside if HAPI refuses it
     */
    IBaseResource parse(JsonResource resource) {
        try {
            shapes.check(resource.tree(), resource.type());
            return parser.parseResource(new Tree.Root(resource.tree()));
        } catch (SetAside known) {
            throw known;
        } catch (RuntimeException refused) {
            // Whatever HAPI stumbles over concerns this resource alone. Its message is not kept: it repeats what stood
            // there.
            throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "");
        }
    }
}
