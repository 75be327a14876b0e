package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedValuesTest {

    private final SharedValues shared = new SharedValues();

    private String text(String text) {
        return shared.text(("..." + text + "...").getBytes(StandardCharsets.ISO_8859_1), 3, text.length());
    }

    @Test
    void equalTextsAreOneInstance() {
        String first = text("http://loinc.org");
        assertThat(text("http://loinc.org")).isSameAs(first);
    }

    @Test
    void collidingTextsAreNeverMixedUp() {
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            String text = "c" + Integer.toString(random.nextInt(5_000), 2 + random.nextInt(30));
            assertThat(text(text)).isEqualTo(text);
        }
    }
}
