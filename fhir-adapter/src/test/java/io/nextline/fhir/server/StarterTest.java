package io.nextline.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README tells users of HAPI's starter to write into its configuration: it makes these by their names. */
class StarterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.nextline.fhir.server.EvidenceOperationProvider",
                "io.nextline.fhir.server.HostileBodyInterceptor"
            })
    void classOfTheConfigurationIsMadeWithoutArguments(String name) throws ReflectiveOperationException {
        assertThat(Class.forName(name).getConstructor().newInstance()).isNotNull();
    }

    @Test
    void serverTakesTheProviderAndTheInterceptor() {
        RestfulServer server = new RestfulServer(FhirContext.forR4Cached());
        server.registerProvider(new EvidenceOperationProvider());
        server.registerInterceptor(new HostileBodyInterceptor());
        assertThat(server.getPlainProviders()).hasSize(1);
        assertThat(server.getInterceptorService().getAllRegisteredInterceptors())
                .hasAtLeastOneElementOfType(HostileBodyInterceptor.class);
    }
}
