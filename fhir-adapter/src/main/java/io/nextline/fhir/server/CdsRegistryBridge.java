package io.nextline.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.cdshooks.CdsServiceRequestJson;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.hapi.fhir.cdshooks.api.ICdsServiceRegistry;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import ca.uhn.hapi.fhir.cdshooks.module.CdsHooksObjectMapperFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.CdsAnswer;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.MissingDataException;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.request.MalformedRequestException;
import io.nextline.cdshooks.security.Caller;
import io.nextline.core.WrongPatientException;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Registers the services with HAPI's own CDS Hooks module, for hosts that are on its servlet already. Much is lost there: who calls is
 * not checked by a gate, feedback does not arrive, the account in the extensions is left out (so an answer without cards does not
 * say why), as are suggestions to delete, whose target HAPI has no place for, and HAPI parses what clients send before anything judges it.
 * {@link CdsHooksServlet} loses nothing. Immutable and thread-safe.
 */
public final class CdsRegistryBridge {

    private static final String GROUP = "nextline";
    private static final Caller HOST = new Caller("hapi", null);

    private final CdsServices services;
    private final ObjectMapper json;

    /**
     * Makes a bridge.
     *
     * @param services the services
     * @param context HAPI's definitions of the version of FHIR that clients send
     */
    public CdsRegistryBridge(CdsServices services, FhirContext context) {
        this.services = services;
        this.json = new CdsHooksObjectMapperFactory(context)
                .newMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Registers every service under its own id; HAPI fetches no data of its own for them. */
    public void register(ICdsServiceRegistry registry) {
        for (CdsService service : CdsService.values()) {
            registry.registerService(
                    service.id(), request -> call(service, request), description(service), false, GROUP);
        }
    }

    private static CdsServiceJson description(CdsService service) {
        CdsServiceJson description = new CdsServiceJson()
                .setId(service.id())
                .setHook(service.hook().id())
                .setTitle(service.title())
                .setDescription(service.description());
        for (PrefetchKey key : PrefetchKey.values()) {
            description.addPrefetch(key.key(), key.template());
        }
        return description;
    }

    /** Answers one call as HAPI has it. */
    CdsServiceResponseJson call(CdsService service, CdsServiceRequestJson request) {
        try {
            byte[] body = json.writeValueAsBytes(request);
            return response(services.call(service, HOST, new ByteArrayInputStream(body)));
        } catch (MissingDataException missing) {
            throw new PreconditionFailedException(String.join("; ", missing.gaps()));
        } catch (MalformedRequestException | UnreadableRecordException | WrongPatientException refused) {
            throw new InvalidRequestException(refused.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private CdsServiceResponseJson response(CdsAnswer answer) throws IOException {
        ObjectNode response = (ObjectNode) json.readTree(answer.body());
        response.remove("extension");
        for (JsonNode card : response.path("cards")) {
            ((ObjectNode) card).remove("extension");
            withoutDeletions((ObjectNode) card);
        }
        return json.treeToValue(response, CdsServiceResponseJson.class);
    }

    private static void withoutDeletions(ObjectNode card) {
        if (!(card.get("suggestions") instanceof ArrayNode suggestions)) {
            return;
        }
        for (Iterator<JsonNode> each = suggestions.iterator(); each.hasNext(); ) {
            if (each.next().findValuesAsText("type").contains("delete")) {
                each.remove();
            }
        }
        if (suggestions.isEmpty()) {
            card.remove("suggestions");
            card.remove("selectionBehavior");
        }
    }
}
