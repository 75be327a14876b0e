package io.nextline.cdshooks.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates that look at no token. */
class GateTest {

    private static ClientCall call(boolean forwarded, Peer peer) {
        return new ClientCall("/cds-services/nextline-patient-view", List.of(), forwarded, peer);
    }

    private static Peer principal(String name) {
        return new Peer(false, List.of(), name);
    }

    @Test
    void developmentAdmitsThisMachineAlone() {
        ClientGate gate = new DevelopmentGate();

        assertThat(gate.admit(call(false, Peer.LOCAL))).isEqualTo(new Admission.Admitted(Caller.DEVELOPMENT));
        assertThat(gate.admit(call(true, Peer.LOCAL))).isEqualTo(new Admission.Refused(RefusalCause.NOT_THIS_MACHINE));
        assertThat(gate.admit(call(false, Peer.UNKNOWN)))
                .isEqualTo(new Admission.Refused(RefusalCause.NOT_THIS_MACHINE));
        assertThat(gate.servesThisMachineOnly()).isTrue();
    }

    @Test
    void containerAdmitsThePrincipalsThatAreNamed() {
        ClientGate gate = new ContainerGate(Set.of("ehr", "clinic"));

        assertThat(gate.admit(call(true, principal("ehr")))).isEqualTo(new Admission.Admitted(new Caller("ehr", null)));
        assertThat(gate.admit(call(false, principal("EHR"))))
                .isEqualTo(new Admission.Refused(RefusalCause.PRINCIPAL_UNKNOWN));
        assertThat(gate.admit(call(false, Peer.LOCAL)))
                .isEqualTo(new Admission.Refused(RefusalCause.NOT_AUTHENTICATED_BY_CONTAINER));
        assertThatThrownBy(() -> new ContainerGate(Set.of())).hasMessageContaining("name the principals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1", "[::1]"})
    void loopbackAddressesAreThisMachine(String address) {
        assertThat(Peer.isLoopback(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.1", "127.evil.example", "localhost", "::2", "1127.0.0.1", "128.0.0.1"})
    void nothingElseIsAndNothingIsLookedUp(String address) {
        assertThat(Peer.isLoopback(address)).isFalse();
    }

    @Test
    void causesOfTheServiceAreToldApartFromTheClients() {
        assertThat(List.of(RefusalCause.values()))
                .filteredOn(RefusalCause::isUnavailable)
                .containsExactly(
                        RefusalCause.KEYS_UNAVAILABLE,
                        RefusalCause.REPLAY_STORE_FULL,
                        RefusalCause.REPLAY_STORE_UNREACHABLE);
    }
}
