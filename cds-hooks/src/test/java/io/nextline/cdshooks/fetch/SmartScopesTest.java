package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.fetch.SmartScopes.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartScopesTest {

    private static Access search(String scope) {
        return new SmartScopes(scope).to("Condition", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Condition.read",
                "patient/*.read",
                "user/Condition.*",
                "system/*.*",
                "patient/Condition.rs",
                "patient/Condition.s",
                "patient/Condition.cruds",
                "launch openid patient/Condition.rs",
                "patient/Condition.rs?category=a patient/*.read",
                "patient/Condition.read\tlaunch"
            })
    void scopeForTheTypeReadsAllOfIt(String scope) {
        assertThat(search(scope)).isEqualTo(Access.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch openid fhirUser",
                "patient/Observation.read",
                "patient/Condition.write",
                "patient/Condition.r",
                "patient/Condition.cud",
                "patient/Condition",
                "patient/Conditions.read",
                "patient/condition.read",
                "other/Condition.read",
                "Condition.read",
                "patient/Condition.",
                "patient/Condition.sx"
            })
    void otherScopesDoNot(String scope) {
        assertThat(search(scope)).isEqualTo(Access.NONE);
    }

    @Test
    void scopeWithAQueryReadsAPart() {
        assertThat(search("patient/Condition.rs?category=problem-list-item")).isEqualTo(Access.FILTERED);
    }

    @Test
    void readingByIdNeedsItsOwnPermission() {
        assertThat(new SmartScopes("patient/Patient.r").to("Patient", false)).isEqualTo(Access.WHOLE);
        assertThat(new SmartScopes("patient/Patient.s").to("Patient", false)).isEqualTo(Access.NONE);
    }

    @Test
    void clientThatNamesNoScopeLeavesItToItsServer() {
        assertThat(search(null)).isEqualTo(Access.WHOLE);
        assertThat(search(" ")).isEqualTo(Access.WHOLE);
    }
}
