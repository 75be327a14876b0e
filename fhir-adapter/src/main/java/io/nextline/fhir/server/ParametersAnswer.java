package io.nextline.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.ParametersUtil;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseParameters;

/**
 * An answer as Parameters: the cards, every statement with its truth, what is missing and the warnings as parts, and under
 * {@code response} the whole CDS Hooks response as the text that the service would send.
 */
final class ParametersAnswer {

    private final FhirContext context;
    private final byte[] response;
    private final IBaseParameters parameters;

    ParametersAnswer(FhirContext context, byte[] response) {
        this.context = context;
        this.response = response;
        this.parameters = ParametersUtil.newInstance(context);
    }

    IBaseParameters resource() {
        JsonNode answer = Answers.tree(response);
        JsonNode assessment = Answers.assessment(answer);
        answer.path("cards").forEach(this::card);
        if (assessment.hasNonNull("noCardReason")) {
            ParametersUtil.addParameterToParametersCode(
                    context,
                    parameters,
                    "noCardReason",
                    assessment.path("noCardReason").asText());
        }
        assessment.path("statements").forEach(this::statement);
        assessment.path("missing").forEach(this::missing);
        assessment.path("warnings").forEach(warning -> text("warning", warning.asText()));
        text("response", new String(response, StandardCharsets.UTF_8));
        return parameters;
    }

    private void text(String name, String value) {
        ParametersUtil.addParameterToParametersString(context, parameters, name, value);
    }

    private void card(JsonNode card) {
        IBase part = ParametersUtil.addParameterToParameters(context, parameters, "card");
        ParametersUtil.addPartCode(
                context, part, "indicator", card.path("indicator").asText());
        ParametersUtil.addPartString(
                context, part, "summary", card.path("summary").asText());
        ParametersUtil.addPartString(
                context, part, "detail", card.path("detail").asText());
        Answers.statements(card)
                .forEach(statement -> ParametersUtil.addPartCode(
                        context, part, "statement", statement.path("id").asText()));
    }

    private void statement(JsonNode statement) {
        IBase part = ParametersUtil.addParameterToParameters(context, parameters, "statement");
        ParametersUtil.addPartCode(context, part, "id", statement.path("id").asText());
        ParametersUtil.addPartCode(
                context, part, "applies", statement.path("applies").asText());
        statement
                .path("because")
                .forEach(reason -> ParametersUtil.addPartString(context, part, "because", reason.asText()));
    }

    private void missing(JsonNode missing) {
        IBase part = ParametersUtil.addParameterToParameters(context, parameters, "missing");
        ParametersUtil.addPartCode(context, part, "fact", missing.path("fact").asText());
        missing.path("decides").forEach(id -> ParametersUtil.addPartCode(context, part, "decides", id.asText()));
    }
}
