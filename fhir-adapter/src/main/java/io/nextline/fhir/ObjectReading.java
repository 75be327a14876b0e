package io.nextline.fhir;

import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Walks through HAPI objects, entry by entry. */
final class ObjectReading {

    private final Reading reading;

    ObjectReading(Reading reading) {
        this.reading = reading;
    }

    /** Reads a resource, a Bundle, Parameters or an OperationOutcome that stands by itself. */
    void value(Resource resource) {
        ResourceMapper<?> mapper = ResourceMappers.of(resource.fhirType());
        if (mapper != null) {
            reading.keep(mapper, resource, Headers.of(resource, null));
            reading.coveredBy(resource.fhirType());
        } else {
            other(resource, false);
        }
    }

    private void listed(Resource resource, @Nullable String fullUrl) {
        ResourceMapper<?> mapper = ResourceMappers.of(resource.fhirType());
        if (mapper != null) {
            reading.keep(mapper, resource, Headers.of(resource, fullUrl));
        } else {
            other(resource, true);
        }
    }

    private void other(Resource resource, boolean listed) {
        if (resource instanceof Bundle bundle) {
            bundle(bundle);
        } else if (resource instanceof Parameters parameters) {
            for (Base parameter : children(parameters, "parameter")) {
                parameter((ParametersParameterComponent) parameter);
            }
            reading.supplied();
        } else if (resource instanceof OperationOutcome outcome && !(listed && isMereInformation(outcome))) {
            reading.note(ReadIssue.Kind.OPERATION_OUTCOME, "OperationOutcome", null, "OperationOutcome");
        }
    }

    private static boolean isMereInformation(OperationOutcome outcome) {
        List<OperationOutcomeIssueComponent> issues = outcome.hasIssue() ? outcome.getIssue() : List.of();
        return !issues.isEmpty()
                && issues.stream().allMatch(issue -> {
                    String severity = issue.hasSeverityElement() ? Elements.text(issue.getSeverityElement()) : null;
                    return Severities.isInformation(severity);
                });
    }

    private void bundle(Bundle bundle) {
        List<Base> entries = children(bundle, "entry");
        for (Base entry : entries) {
            entry((BundleEntryComponent) entry);
        }
        boolean linked = bundle.hasLink() && bundle.getLink().stream().anyMatch(ObjectReading::isNext);
        if (linked || (bundle.hasTotal() && bundle.getTotal() > entries.size())) {
            // A server that counts more matches than it sends has more, whether it links to them or not.
            reading.note(ReadIssue.Kind.FURTHER_PAGES, "Bundle", null, linked ? "Bundle.link" : "Bundle.total");
        } else {
            reading.supplied();
        }
    }

    // HAPI's hasEntry() denies entries whose resource is empty, and getEntry() makes a list where there is none.
    private static List<Base> children(Base parent, String name) {
        return parent.getNamedProperty(name).getValues();
    }

    private static boolean isNext(BundleLinkComponent link) {
        return link.hasRelationElement() && "next".equals(Elements.text(link.getRelationElement()));
    }

    private void entry(BundleEntryComponent entry) {
        if (entry.hasModifierExtension()) {
            refuse(entry.getResource());
        } else if (entry.getResource() != null) {
            listed(entry.getResource(), entry.hasFullUrlElement() ? Elements.text(entry.getFullUrlElement()) : null);
        } else if (entry.hasResponse() && isRefusal(entry.getResponse())) {
            reading.note(ReadIssue.Kind.OPERATION_OUTCOME, null, null, "Bundle.entry.response");
        } else if (!entry.hasResponse() && !entry.hasRequest()) {
            reading.note(ReadIssue.Kind.NO_RESOURCE_TYPE, null, null, "Bundle.entry.resource");
        }
    }

    private static boolean isRefusal(Bundle.BundleEntryResponseComponent response) {
        String status = response.hasStatusElement() ? Elements.text(response.getStatusElement()) : null;
        return Severities.isRefusal(status);
    }

    private void parameter(ParametersParameterComponent parameter) {
        if (parameter.hasModifierExtension()) {
            refuse(parameter.getResource());
            return;
        }
        for (Base part : children(parameter, "part")) {
            parameter((ParametersParameterComponent) part);
        }
        if (parameter.getResource() != null) {
            listed(parameter.getResource(), null);
        } else if (!parameter.hasNameElement()) {
            reading.note(ReadIssue.Kind.NO_RESOURCE_TYPE, null, null, "Bundle.entry.resource");
        }
    }

    private void refuse(@Nullable Resource resource) {
        ResourceHeader header = resource == null ? null : Headers.of(resource, null);
        reading.note(
                ReadIssue.Kind.MODIFIER_EXTENSION,
                header == null ? null : header.resourceType(),
                header == null ? null : header.id(),
                "Bundle.entry.modifierExtension");
    }
}
