package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** A request as the model service sees it; {@code json} is missing where the body is none. */
record Ask(
        String method,
        String path,
        String origin,
        String authorization,
        String type,
        String tag,
        int size,
        JsonNode json) {

    boolean isCall() {
        return method.equals("POST") && path.equals("/cds-services/model");
    }

    boolean isList() {
        return path.equals("/cds-services") && !method.equals("OPTIONS");
    }

    boolean isFeedback() {
        return path.equals("/cds-services/model/feedback");
    }

    Ask trusted() {
        return new Ask(method, path, origin, ModelService.TOKEN, type, tag, size, json);
    }

    Ask as(String otherType) {
        return new Ask(method, path, origin, authorization, otherType, tag, size, json);
    }
}
