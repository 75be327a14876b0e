package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Extension;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

    private static List<Extension> read(Type value) {
        Condition condition = new Condition();
        condition.addExtension("u", value);
        return Hapi.read(condition).conditions().get(0).extension();
    }

    @Test
    void valuesOfReadableKindsAreRead() {
        assertThat(read(Hapi.concept("a"))).containsExactly(new Extension("u", Hapi.read("a"), null, null, null));
        assertThat(read(new org.hl7.fhir.r4.model.Coding("s", "c", "d")))
                .containsExactly(new Extension(
                        "u", new CodeableConcept(List.of(new Coding("s", "c", "d")), null), null, null, null));
        assertThat(read(new Reference("Condition/1")))
                .containsExactly(new Extension("u", null, Hapi.reference("Condition/1"), null, null));
        assertThat(read(new DateType("2025"))).containsExactly(new Extension("u", null, null, Hapi.date("2025"), null));
        assertThat(read(new DateTimeType("2025-02")))
                .containsExactly(new Extension("u", null, null, Hapi.date("2025-02"), null));
        assertThat(read(new StringType("t"))).containsExactly(new Extension("u", null, null, null, "t"));
        assertThat(read(new CodeType("t"))).containsExactly(new Extension("u", null, null, null, "t"));
        assertThat(read(new BooleanType(true))).containsExactly(new Extension("u", null, null, null, "true"));
    }

    @Test
    void extensionsOfOtherKindsOrWithoutValueOrUrlAreNotKept() {
        assertThat(read(new DecimalType("1.5"))).isEmpty();
        assertThat(read(new MarkdownType("*t*"))).isEmpty();
        assertThat(read(new StringType())).isEmpty();
        Condition condition = new Condition();
        condition.addExtension().setValue(new StringType("t"));
        condition.addExtension().setUrl("u").addExtension("nested", new StringType("t"));
        assertThat(Hapi.read(condition).conditions().get(0).extension()).isEmpty();
    }
}
