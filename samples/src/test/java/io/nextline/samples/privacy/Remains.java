package io.nextline.samples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.samples.privacy.Canary.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is there when a server of canaries has ended.
 *
 * @param left its files and what it printed, by name
 * @param heard its answers
 * @param tokens the parts of all tokens that it was sent
 */
public record Remains(Map<String, byte[]> left, List<Heard> heard, List<String> tokens) {

    private static final LeakSearch ALL = new LeakSearch(Canary.allBut());

    /** Returns the log. */
    public String log() {
        return new String(left.getOrDefault("log", new byte[0]), StandardCharsets.UTF_8);
    }

    /** Returns the status of a path, the last where it was taken more than once. */
    public int status(String path) {
        return heard.stream()
                .filter(answer -> answer.path().equals(path))
                .reduce((first, second) -> second)
                .orElseThrow()
                .status();
    }

    /** Searches whatever is in files and streams: ids in the audit trail and words of the clinician in the store are in place. */
    public void holdNothing() {
        assertThat(log()).containsPattern("TRACE|DEBUG|FINER");
        left.forEach((name, bytes) -> {
            assertThat(search(name).find(bytes)).as(name).isEmpty();
            assertThat(tokens).as(name).noneMatch(new String(bytes, StandardCharsets.ISO_8859_1)::contains);
        });
    }

    private static LeakSearch search(String file) {
        if (file.startsWith("audit/")) {
            return new LeakSearch(Canary.allBut(Kind.AUDITED));
        }
        return file.startsWith("feedback.db") ? new LeakSearch(Canary.allBut(Kind.TYPED)) : ALL;
    }

    /**
     * Searches the answers: cards refer to resources of the record.
     *
     * @param repeating the paths whose answers are made of what was sent
     * @param asked what else may be found where a call was answered
     */
    public void answersHoldNothing(List<String> repeating, Kind... asked) {
        List<Kind> allowed = new ArrayList<>(List.of(asked));
        allowed.add(Kind.RESOURCE);
        LeakSearch others = new LeakSearch(Canary.allBut(allowed.toArray(Kind[]::new)));
        for (Heard answer : heard) {
            assertThat(ALL.find(answer.head())).as(answer.path()).isEmpty();
            assertThat(tokens).as(answer.path()).noneMatch((answer.head() + answer.text())::contains);
            if (answer.status() != 200) {
                assertThat(ALL.find(answer.bytes())).as(answer.path()).isEmpty();
                assertThat(answer.text()).as(answer.path()).doesNotContain("\tat ", "Exception", "java.");
            } else if (!repeating.contains(answer.path())) {
                assertThat(others.find(answer.bytes())).as(answer.path()).isEmpty();
            }
        }
    }
}
