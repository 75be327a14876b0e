package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reference names, by its literal or by its type. */
final class ReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Group/1",
                "Group/",
                "Device/pump",
                "https://ehr.example.org/r4/Location/ward-3",
                "https://ehr.example.org/r4/Group/1/_history/2"
            })
    void aGroupADeviceOrAPlaceIsNoPerson(String literal) {
        assertThat(new Reference(literal, null, null).mayBePerson()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/1",
                "Patient/Group",
                "Subgroup/1",
                "MyGroup/1",
                "Group",
                "/1",
                "",
                "#Group",
                "urn:uuid:5f1b8c0e-3a52-4a4f-9a0e-6a6f0f3f1c11",
                "https://ehr.example.org/Group/r4/Patient/1",
                "https://ehr.example.org/r4/Patient/1/_history/Device/2"
            })
    void whateverElseALiteralSaysMayBeAPerson(String literal) {
        assertThat(new Reference(literal, null, null).mayBePerson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Group", "Device", "Location"})
    void theTypeAloneNamesIt(String type) {
        assertThat(new Reference(null, type, null).mayBePerson()).isFalse();
        assertThat(new Reference("Patient/1", type, null).mayBePerson()).isFalse();
    }
}
