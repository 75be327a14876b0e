package io.nextline.cdshooks.operation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.request.HookContext;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.core.fhir.DraftOrders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuditTrailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final String CARD = "4fe18a46-9d6f-3a7c-8d57-7c2a6a2d9a55";

    @TempDir
    private Path temporary;

    private static AuditSettings settings(Path folder, boolean failClosed, int queue, long bytes) {
        return new AuditSettings(folder, "https://cds.example/nextline", failClosed, queue, bytes, CLOCK);
    }

    private static CallAccount call(String patient) {
        CallAccount account = new CallAccount(CdsService.ORDER_SIGN, null);
        account.admitted(new Admission.Admitted(new Caller("https://ehr.example", "north"), "jti-1"));
        account.about(new HookContext("Practitioner/p1", patient, null, DraftOrders.NONE));
        account.answered(List.of(CARD), null, "2026.11");
        account.ended(CallOutcome.CARDS, 200);
        return account;
    }

    private static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void eventHasTheShapeOfADisclosureAsItsRecipientRecordsIt() throws IOException {
        AuditEventWriter writer = new AuditEventWriter("https://cds.example/nextline");
        byte[] line = writer.write(call("pat-1"), CLOCK.instant());
        JsonNode event = new ObjectMapper().readTree(line);

        assertThat(new String(line, StandardCharsets.UTF_8)).endsWith("}\n");
        assertThat(event.at("/type/code").asText()).isEqualTo("110107");
        assertThat(event.at("/subtype/0/code").asText()).isEqualTo("disclose");
        assertThat(event.get("action").asText()).isEqualTo("C");
        assertThat(event.get("outcome").asText()).isEqualTo("0");
        assertThat(event.get("recorded").asText()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(event.at("/agent/0/type/coding/0/code").asText()).isEqualTo("110153");
        assertThat(event.at("/agent/0/who/display").asText()).isEqualTo("https://ehr.example");
        assertThat(event.at("/agent/1/type/coding/0/code").asText()).isEqualTo("110152");
        assertThat(event.at("/agent/1/who")).isEqualTo(event.at("/source/observer"));
        assertThat(event.at("/agent/2/who/reference").asText()).isEqualTo("Practitioner/p1");
        assertThat(event.at("/entity/0/what/reference").asText()).isEqualTo("Patient/pat-1");
        assertThat(event.at("/entity/2/what/identifier/value").asText()).isEqualTo("urn:uuid:" + CARD);
    }

    @Test
    void trailThatFailsClosedHasTheEventInItsFileBeforeTheAnswerIsGiven() throws IOException {
        try (AuditTrail trail = AuditTrail.open(settings(temporary, true, 1000, 1 << 20))) {
            for (int i = 0; i < 20; i++) {
                assertThat(trail.record(call("p" + i))).isTrue();
                assertThat(lines(temporary)).hasSize(i + 1).last().asString().contains("\"Patient/p" + i + "\"");
            }
        }
    }

    @Test
    void eventThatTheDiskHasNotTakenInTimeIsNotRecorded() {
        AuditEntry slow = new AuditEntry(new byte[0]);
        assertThat(slow.isWrittenWithin(Duration.ofMillis(10))).isFalse();
        AuditEntry refused = new AuditEntry(new byte[0]);
        refused.refused();
        assertThat(refused.isWrittenWithin(Duration.ofMinutes(1))).isFalse();
        AuditEntry written = new AuditEntry(new byte[0]);
        written.written();
        assertThat(written.isWrittenWithin(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void whatIsNoReferenceToAUserDoesNotEnterTheTrail() {
        AuditEventWriter writer = new AuditEventWriter("https://cds.example/nextline");
        CallAccount account = call("pat-1");
        account.about(new HookContext("Dr. Maria Beispiel, 1970", "pat-1", null, DraftOrders.NONE));

        assertThat(new String(writer.write(account, CLOCK.instant()), StandardCharsets.UTF_8))
                .doesNotContain("Beispiel", "1970")
                .contains("no FHIR reference");
    }

    @Test
    void everyEventIsInTheFileOnceTheTrailIsClosed() throws IOException {
        AuditTrail trail = AuditTrail.open(settings(temporary, true, 1000, 1 << 20));
        for (int i = 0; i < 300; i++) {
            assertThat(trail.record(call("p" + i))).isTrue();
        }
        trail.close();

        List<String> lines = lines(temporary);
        assertThat(lines).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(lines.get(i)).contains("\"Patient/p" + i + "\"");
        }
    }

    @Test
    void fullFileIsFollowedByAnother() throws Exception {
        AuditFile file = new AuditFile(temporary, 20);
        for (int i = 0; i < 5; i++) {
            byte[] line = ("{\"number\":" + i + "}\n").getBytes(StandardCharsets.UTF_8);
            file.append(
                    List.of(line),
                    CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(i / 4));
        }
        file.close();

        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(path -> path.getFileName().toString()).sorted())
                    .containsExactly(
                            "audit-2026-11-21-001.jsonl", "audit-2026-11-21-002.jsonl", "audit-2026-11-22-001.jsonl");
        }
        assertThat(lines(temporary)).hasSize(5);
    }

    @Test
    void tornLineIsEndedAndTheNextStandsByItself() throws IOException {
        Path file = temporary.resolve("audit-2026-11-21-001.jsonl");
        Files.writeString(file, "{\"resourceType\":\"Audit");
        AuditTrail trail = AuditTrail.open(settings(temporary, true, 10, 1 << 20));
        trail.record(call("p1"));
        trail.close();

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("resourceType").asText())
                .isEqualTo("AuditEvent");
    }

    @Test
    void trailThatCannotBeWrittenStopsTheServiceAndNothingIsLostOnceItCan() throws Exception {
        Path folder = temporary.resolve("audit");
        Files.writeString(folder, "a file where the folder should be");
        try (AuditTrail trail = AuditTrail.open(settings(folder, true, 10, 1 << 20))) {
            assertThat(trail.mayAnswer()).isTrue();
            trail.record(call("p1"));
            until(() -> !trail.mayAnswer());
            assertThat(trail.record(call("p2"))).isFalse();

            Files.delete(folder);
            until(trail::mayAnswer);
            assertThat(trail.record(call("p3"))).isTrue();
        }
        assertThat(lines(folder))
                .anyMatch(line -> line.contains("Patient/p1"))
                .anyMatch(line -> line.contains("Patient/p3"));
    }

    @Test
    void trailThatFailsOpenLetsCallsPassAndCountsWhatItLoses() throws Exception {
        Path folder = temporary.resolve("audit");
        Files.writeString(folder, "a file where the folder should be");
        try (AuditTrail trail = AuditTrail.open(settings(folder, false, 2, 1 << 20))) {
            for (int i = 0; i < 600; i++) {
                assertThat(trail.mayAnswer()).isTrue();
                assertThat(trail.record(call("p" + i))).isTrue();
            }
            assertThat(trail.lost()).isPositive();
        }
    }
}
