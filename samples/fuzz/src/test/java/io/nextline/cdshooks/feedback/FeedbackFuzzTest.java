package io.nextline.cdshooks.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nextline.cdshooks.request.MalformedRequestException;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feedback is read the same each time, or refused with what is wrong with it. */
class FeedbackFuzzTest {

    private static final FeedbackReader READER = new FeedbackReader();

    @FuzzTest(maxDuration = "1m")
    void feedbackIsReadOrRefused(byte[] body) throws IOException {
        List<Feedback> read = read(body);
        assertThat(read(body)).isEqualTo(read);
        if (read != null) {
            assertThat(read).allSatisfy(one -> assertThat(one.card()).hasSize(36));
        }
    }

    private static @Nullable List<Feedback> read(byte[] body) throws IOException {
        try {
            return READER.read(new ByteArrayInputStream(body));
        } catch (MalformedRequestException | UnreadableRecordException | InvalidFeedbackException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return null;
        }
    }
}
