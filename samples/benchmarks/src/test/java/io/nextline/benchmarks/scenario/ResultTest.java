package io.nextline.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void whatIsAboveItsPromiseBreaksIt() throws IOException {
        Result kept = new Result("calm").tell("sent", 1200, "1/s").promise("p99", 499.9994, "ms", 500);
        Result broken = new Result("storm").promise("p99", 500.5, "ms", 500).promise("errors", 0, "", 0);

        assertThat(kept.isKept()).isTrue();
        assertThat(kept.table()).contains("at most 500, kept", "every promise was kept", "1200 1/s");
        assertThat(broken.isKept()).isFalse();
        assertThat(broken.table()).contains("at most 500, BROKEN", "at most 0, kept", "a promise was broken");
        assertThat(broken.json())
                .isEqualTo("{\"scenario\":\"storm\",\"kept\":false,\"rows\":["
                        + "{\"measure\":\"p99\",\"value\":500.5,\"unit\":\"ms\",\"most\":500,\"kept\":false},"
                        + "{\"measure\":\"errors\",\"value\":0,\"unit\":\"\",\"most\":0,\"kept\":true}]}");
    }

    @Test
    void tallyTellsAnswersByTheirStatusAndRefusalsFromTheEndOfTheirRequest() {
        Tally tally = new Tally();
        tally.answered(200, 40_000_000, 9_000_000);
        tally.answered(503, 30_000_000, 2_000_000);
        tally.failed();
        Tally all = new Tally();
        all.add(tally);
        all.add(tally);

        assertThat(all.accepted().millisAt(1)).isEqualTo(40);
        assertThat(all.refused().millisAt(1)).isEqualTo(2);
        assertThat(all.byStatus().get(503).millisAt(1)).isEqualTo(30);
        assertThat(all.sent()).isEqualTo(6);
        assertThat(all.errors()).isEqualTo(2);
    }
}
