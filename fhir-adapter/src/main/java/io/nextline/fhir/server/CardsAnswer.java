package io.nextline.fhir.server;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.BinaryUtil;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseBinary;

/** An answer as the CDS Hooks response itself, in a Binary that HAPI's server sends as the JSON it holds. */
final class CardsAnswer {

    private static final String JSON = "application/json";

    private CardsAnswer() {}

    /** Returns the Binary, and has the request ask for what it holds: HAPI goes by its headers, first of the answer, then of the body. */
    static IBaseBinary of(ServletRequestDetails request, byte[] response) {
        request.setHeaders(Constants.HEADER_ACCEPT, List.of("*/*"));
        request.setHeaders(Constants.HEADER_CONTENT_TYPE, List.of("*/*"));
        IBaseBinary binary = BinaryUtil.newBinary(request.getFhirContext());
        binary.setContentType(JSON);
        binary.setContent(response);
        return binary;
    }
}
