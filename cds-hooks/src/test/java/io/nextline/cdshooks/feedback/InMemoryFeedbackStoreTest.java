package io.nextline.cdshooks.feedback;

import static io.nextline.cdshooks.feedback.SampleFeedback.onAnotherCard;
import static io.nextline.cdshooks.feedback.SampleFeedback.received;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.store.StoreUnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryFeedbackStoreTest extends FeedbackStoreTest {

    private final FeedbackStore store = new InMemoryFeedbackStore();

    @Override
    FeedbackStore open() {
        return store;
    }

    @Test
    void fullMemoryTakesNothingMore() {
        for (int i = 0; i < 10_000; i++) {
            store.append(List.of(received(onAnotherCard(i))));
        }

        assertThatThrownBy(() -> store.append(List.of(received(onAnotherCard(10_000)))))
                .isInstanceOf(StoreUnavailableException.class);
        store.append(List.of(received(onAnotherCard(3))));
    }
}
