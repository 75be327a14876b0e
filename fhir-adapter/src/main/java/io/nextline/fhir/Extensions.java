package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Reference;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a resource's extensions and keeps those whose value is of a kind that {@link Extension} has a place for. */
final class Extensions {

    private Extensions() {}

    static List<Extension> of(DomainResource resource, Elements in) {
        if (!resource.hasExtension()) {
            return List.of();
        }
        Elements below = in.within("extension");
        return Datatypes.list(true, resource::getExtension, extension -> extension(extension, below));
    }

    private static @Nullable Extension extension(org.hl7.fhir.r4.model.Extension source, Elements in) {
        Type value = source.getValue();
        CodeableConcept concept = concept(value);
        Reference reference =
                value instanceof org.hl7.fhir.r4.model.Reference target ? Datatypes.reference(target) : null;
        FhirDate date = date(value, in);
        String text = text(value, in);
        String url = in.text(source.hasUrlElement(), source::getUrlElement);
        boolean unread = concept == null && reference == null && date == null && text == null;
        return url == null || unread ? null : new Extension(url, concept, reference, date, text);
    }

    private static @Nullable CodeableConcept concept(@Nullable Type value) {
        if (value instanceof org.hl7.fhir.r4.model.CodeableConcept concept) {
            return Datatypes.concept(concept);
        }
        io.nextline.core.fhir.Coding coding = value instanceof Coding one ? Datatypes.coding(one) : null;
        return coding == null ? null : new CodeableConcept(List.of(coding), null);
    }

    private static @Nullable FhirDate date(@Nullable Type value, Elements in) {
        if (value instanceof DateTimeType dateTime) {
            return in.date(dateTime, "valueDateTime");
        }
        return value instanceof DateType date ? in.date(date, "valueDate") : null;
    }

    // HAPI's code and markdown are strings too; markdown has no place in the record.
    private static @Nullable String text(@Nullable Type value, Elements in) {
        if (value instanceof StringType string && !value.fhirType().equals("markdown")) {
            return Elements.text(string);
        }
        Boolean flag = value instanceof BooleanType truth ? in.flag(truth, "valueBoolean") : null;
        return flag == null ? null : flag.toString();
    }
}
