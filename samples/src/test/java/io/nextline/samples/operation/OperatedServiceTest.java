package io.nextline.samples.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.config.OperatedService;
import io.nextline.cdshooks.config.ServiceConfiguration;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.core.Nextline;
import io.nextline.samples.readme.Readme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service started from a configuration file: it admits its clients, and its audit trail is FHIR R4. */
@Timeout(60)
class OperatedServiceTest {

    private static final String ISSUER = "https://ehr.hospital.example";
    private static final String BASE = "https://cds.hospital.example/nextline";
    private static final String SERVICE = "/cds-services/nextline-patient-view";
    private static final String REQUEST = "samples/src/test/resources/io/nextline/samples/readme/patient-view.json";

    @TempDir
    private Path folder;

    private ServiceConfiguration configuration(String text) throws Exception {
        return ServiceConfiguration.read(Files.writeString(folder.resolve("nextline.properties"), text));
    }

    private static NextlineServer start(ServiceConfiguration configuration, boolean development) throws Exception {
        CdsServices services = new CdsServices(Nextline.load(), configuration.services());
        return OperatedService.start(configuration, development, 0, services);
    }

    private static HttpResponse<String> call(NextlineServer server, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve(SERVICE))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Readme.read(REQUEST)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String token(ECKey key) throws Exception {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(BASE + SERVICE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(120)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    @Test
    void configuredClientIsAnsweredAndRecordedAndNobodyElseIs() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_384).keyID("k1").generate();
        Files.writeString(folder.resolve("ehr.json"), new JWKSet(key.toPublicJWK()).toString());
        ServiceConfiguration configuration = configuration("""
                auth.base-url=%s
                auth.issuer.ehr.iss=%s
                auth.issuer.ehr.keys-file=ehr.json
                audit.folder=audit
                admin.port=0
                shutdown.notice=0
                """.formatted(BASE, ISSUER));
        String token = token(key);
        try (NextlineServer server = start(configuration, false)) {
            assertThat(call(server).statusCode()).isEqualTo(401);
            assertThat(call(server, "Authorization", "Bearer " + token).statusCode())
                    .isEqualTo(200);
            assertThat(get(server, "/metrics"))
                    .contains("nextline_refusals_total{cause=\"NO_CREDENTIALS\"} 1.0")
                    .contains("nextline_calls_total{outcome=\"cards\",service=\"nextline-patient-view\"} 1.0");
        }

        List<String> events = events();
        assertThat(events).hasSize(1);
        assertThat(events.get(0)).doesNotContain(token).doesNotContain("Bearer");
        AuditEvent event = FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AuditEvent.class, events.get(0));
        assertThat(event.getType().getCode()).isEqualTo("110107");
        assertThat(event.getOutcome()).isEqualTo(AuditEvent.AuditEventOutcome._0);
        assertThat(event.getAction()).isEqualTo(AuditEvent.AuditEventAction.C);
        assertThat(event.getAgentFirstRep().getWho().getDisplay()).isEqualTo(ISSUER);
        assertThat(event.getEntityFirstRep().getWhat().getReference()).startsWith("Patient/");
        assertThat(event.getEntity()).hasSizeGreaterThan(2);
    }

    private List<String> events() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    private static String get(NextlineServer server, String path) throws Exception {
        URI admin = server.admin();
        assertThat(admin).isNotNull();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(admin.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void auditTrailThatCannotBeWrittenRefusesCalls() throws Exception {
        Files.writeString(folder.resolve("audit"), "a file where the folder should be");
        ServiceConfiguration configuration =
                configuration("audit.folder=audit\naudit.queue=1\nadmin.enabled=false\nshutdown.notice=0\n");
        try (NextlineServer server = start(configuration, true)) {
            HttpResponse<String> answer = call(server);
            for (int i = 0; i < 50 && answer.statusCode() == 200; i++) {
                answer = call(server);
            }

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void configurationOfNobodyOrOfEverybodyIsRefused() throws Exception {
        ServiceConfiguration nobody = configuration("server.port=0\n");
        assertThatThrownBy(() -> OperatedService.check(nobody, false))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("nobody may call yet");
        ServiceConfiguration clients = configuration(
                "auth.base-url=%s\nauth.issuer.ehr.iss=%s\nauth.issuer.ehr.keys-file=x\n".formatted(BASE, ISSUER));
        assertThatThrownBy(() -> OperatedService.check(clients, true)).hasMessageContaining("leave out --dev");
    }

    @Test
    void configurationOfTheReadmeCanBeRead() throws Exception {
        ServiceConfiguration read = configuration(Readme.blocks("properties").get(0));

        assertThat(read.authentication()).isNotNull();
        assertThat(read.feedback()).isNotNull();
    }

    @Test
    void exampleConfigurationCanBeRead() {
        Path example = Readme.ROOT.resolve("samples/deploy/nextline.properties");

        assertThat(ServiceConfiguration.read(example).authentication()).isNotNull();
    }
}
