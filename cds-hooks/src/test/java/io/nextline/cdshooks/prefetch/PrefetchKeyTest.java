package io.nextline.cdshooks.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrefetchKeyTest {

    private static final Set<String> PLAIN_PARAMETERS = Set.of("patient", "code", "category");

    @ParameterizedTest
    @EnumSource
    void p1AndP5TemplateIsAReadOrASearchThatEveryClientCanDo(PrefetchKey key) {
        String template = key.template();
        if (!template.contains("?")) {
            assertThat(template).matches("[A-Z][A-Za-z]+/\\{\\{context\\.patientId}}");
            return;
        }
        assertThat(template).matches("[A-Z][A-Za-z]+\\?.+");
        for (String parameter : template.substring(template.indexOf('?') + 1).split("&", -1)) {
            assertThat(parameter.substring(0, parameter.indexOf('='))).isIn(PLAIN_PARAMETERS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void p2AndP3TemplateUsesThePatientsIdOnly(PrefetchKey key) {
        Matcher token = Pattern.compile("\\{\\{(.*?)}}").matcher(key.template());

        assertThat(token.results().map(found -> found.group(1))).containsExactly("context.patientId");
    }

    @ParameterizedTest
    @EnumSource
    void keyIsFoundByItsNameAndSaysWhatItDecides(PrefetchKey key) {
        assertThat(PrefetchKey.named(key.key())).isEqualTo(key);
        assertThat(key.decides()).isNotBlank();
    }

    @Test
    void keysNotAskedForAreNone() {
        assertThat(PrefetchKey.named("coverage")).isNull();
    }

    @Test
    void onlyWhatNothingCanBeSaidWithoutIsRequired() {
        assertThat(PrefetchKey.values())
                .filteredOn(PrefetchKey::isRequired)
                .extracting(PrefetchKey::key)
                .containsExactly("patient", "conditions", "medications");
    }

    @Test
    void observationTemplateIsLeanAndSearchesByCode() {
        assertThat(PrefetchKey.OBSERVATIONS.template())
                .hasSizeLessThan(500)
                .contains("code=89247-1,")
                .contains(",97509-4,");
    }

    @ParameterizedTest
    @EnumSource
    void unsentFailedAndUnreadableAnswersLeaveARequiredKeyMissing(PrefetchState state) {
        Prefetch prefetch = new Prefetch(Map.of(
                PrefetchKey.PATIENT, PrefetchState.SUPPLIED,
                PrefetchKey.CONDITIONS, state,
                PrefetchKey.MEDICATIONS, PrefetchState.NULL));
        boolean missing = Set.of(PrefetchState.ABSENT, PrefetchState.FAILED, PrefetchState.UNREADABLE)
                .contains(state);

        assertThat(prefetch.missing().contains(PrefetchKey.CONDITIONS)).isEqualTo(missing);
        assertThat(prefetch.of(PrefetchKey.PROCEDURES)).isEqualTo(PrefetchState.ABSENT);
    }
}
