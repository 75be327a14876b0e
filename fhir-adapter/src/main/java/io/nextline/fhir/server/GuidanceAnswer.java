package io.nextline.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.rest.server.exceptions.NotImplementedOperationException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.RequestGroup.RequestIntent;
import org.hl7.fhir.r4.model.RequestGroup.RequestStatus;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/**
 * An answer as R4's own resources for guidance: a GuidanceResponse that says how it went and what is missing, and, where there are
 * cards, a RequestGroup with one action for each. The group is a draft proposal without a resource to order: evidence is an option for
 * the clinician, never an order.
 */
final class GuidanceAnswer {

    private static final String MODULE = "https://nextline.io/fhir/evidence";

    private final JsonNode answer;
    private final JsonNode assessment;
    private final String urn;
    private final @Nullable Reference subject;
    private final DateTimeType day;

    private GuidanceAnswer(byte[] response, @Nullable String patientId, LocalDate asOf) {
        this.answer = Answers.tree(response);
        this.assessment = Answers.assessment(answer);
        this.urn = "urn:uuid:" + UUID.nameUUIDFromBytes(response);
        this.subject = patientId == null ? null : new Reference("Patient/" + patientId);
        this.day = new DateTimeType(asOf.toString());
    }

    /**
     * Returns the Bundle.
     *
     * @throws NotImplementedOperationException in another version than R4, which has no such resources or others
     */
    static IBaseResource of(FhirContext context, byte[] response, @Nullable String patientId, LocalDate asOf) {
        if (context.getVersion().getVersion() != FhirVersionEnum.R4) {
            throw new NotImplementedOperationException("output bundle is for R4; ask for parameters or cards");
        }
        return new GuidanceAnswer(response, patientId, asOf).bundle();
    }

    private Bundle bundle() {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        GuidanceResponse guidance = guidance();
        bundle.addEntry().setFullUrl(urn).setResource(guidance);
        if (!answer.path("cards").isEmpty()) {
            String group = "urn:uuid:" + UUID.nameUUIDFromBytes((urn + "/group").getBytes(StandardCharsets.UTF_8));
            guidance.setResult(new Reference(group));
            bundle.addEntry().setFullUrl(group).setResource(group());
        }
        return bundle;
    }

    private GuidanceResponse guidance() {
        GuidanceResponse guidance = new GuidanceResponse();
        boolean open =
                answer.path("cards").isEmpty() && !assessment.path("missing").isEmpty();
        guidance.setStatus(open ? GuidanceResponseStatus.DATAREQUIRED : GuidanceResponseStatus.SUCCESS);
        guidance.setModule(new UriType(MODULE));
        guidance.setSubject(subject).setOccurrenceDateTimeElement(day);
        String reason = assessment.path("noCardReason").asText(null);
        if (reason != null) {
            guidance.addNote().setText("no card: " + reason);
        }
        assessment.path("missing").forEach(missing -> guidance.addNote().setText(missing(missing)));
        assessment.path("warnings").forEach(warning -> guidance.addNote().setText(warning.asText()));
        return guidance;
    }

    private static String missing(JsonNode missing) {
        StringBuilder text =
                new StringBuilder("missing: ").append(missing.path("fact").asText());
        String before = ", which decides ";
        for (JsonNode statement : missing.path("decides")) {
            text.append(before).append(statement.asText());
            before = ", ";
        }
        return text.toString();
    }

    private RequestGroup group() {
        RequestGroup group = new RequestGroup();
        group.setStatus(RequestStatus.DRAFT).setIntent(RequestIntent.PROPOSAL);
        group.setSubject(subject).setAuthoredOnElement(day);
        answer.path("cards").forEach(card -> action(card, group.addAction()));
        return group;
    }

    private static void action(JsonNode card, RequestGroupActionComponent action) {
        action.setTitle(card.path("summary").asText())
                .setDescription(card.path("detail").asText());
        Answers.statements(card).forEach(statement -> {
            action.addCode()
                    .addCoding()
                    .setSystem(MODULE + "/statement")
                    .setCode(statement.path("id").asText());
            statement
                    .path("trials")
                    .forEach(trial -> action.addDocumentation(new RelatedArtifact()
                            .setType(RelatedArtifactType.CITATION)
                            .setLabel(trial.asText())));
        });
    }
}
