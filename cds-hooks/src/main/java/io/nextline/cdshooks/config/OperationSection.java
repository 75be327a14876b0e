package io.nextline.cdshooks.config;

import io.nextline.cdshooks.http.AdminOptions;
import io.nextline.cdshooks.http.ShutdownTimes;
import io.nextline.cdshooks.operation.audit.AuditSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What those who run the service see of it: admin port, log, audit trail; and how it stops. */
final class OperationSection implements Section<OperationSection.Operating> {

    private static final int MIB = 1024 * 1024;

    private static final Key<Boolean> ADMIN = new Key<>(
            "admin.enabled",
            Kinds.flag(),
            "true",
            "whether there is a port with /live, /ready, /metrics and /openapi.json");
    private static final Key<String> ADMIN_HOST = new Key<>(
            "admin.host",
            Kinds.text(),
            "127.0.0.1",
            "its address; it asks nobody who they are, so keep it off clients' networks");
    private static final Key<Integer> ADMIN_PORT =
            new Key<>("admin.port", Kinds.count(0, 65_535), "8081", "its port; 0 for any that is free");
    private static final Key<Boolean> METRICS =
            new Key<>("admin.metrics", Kinds.flag(), "true", "whether calls are counted, for Prometheus");
    private static final Key<Boolean> CALLS = new Key<>(
            "log.calls", Kinds.flag(), "true", "whether each call is a line of JSON in the log nextline.access");
    private static final Key<Path> AUDIT = new Key<>(
            "audit.folder",
            Kinds.path(),
            null,
            "folder of the audit trail, FHIR AuditEvents; without it there is none");
    private static final Key<Boolean> FAIL_CLOSED = new Key<>(
            "audit.fail-closed",
            Kinds.flag(),
            "true",
            "whether an answer waits for its event to be on the disk, and is 503 if it cannot be");
    private static final Key<Integer> AUDIT_QUEUE =
            new Key<>("audit.queue", Kinds.count(1, 1_000_000), "1000", "events that wait to be written");
    private static final Key<Integer> AUDIT_BYTES =
            new Key<>("audit.file-size", Kinds.bytes(4096, 1024 * MIB), "64 MiB", "size at which a new file begins");
    private static final Key<Duration> NOTICE = new Key<>(
            "shutdown.notice",
            Kinds.duration(Duration.ZERO, Duration.ofMinutes(5)),
            "5 s",
            "how long it goes on answering after /ready has turned to 503");
    private static final Key<Duration> FINISH = new Key<>(
            "shutdown.finish",
            Kinds.duration(Duration.ZERO, Duration.ofMinutes(5)),
            "10 s",
            "how long calls under way may take after that");

    private final Clock clock;
    private final String site;

    /**
     * Makes the section.
     *
     * @param clock of the site
     * @param site the name of the service in the audit trail
     */
    OperationSection(Clock clock, String site) {
        this.clock = clock;
        this.site = site;
    }

    /**
     * What was read.
     *
     * @param admin the admin port, null for none
     * @param logsCalls whether calls are logged
     * @param audit the audit trail, null for none
     * @param shutdown how it stops
     */
    record Operating(
            @Nullable AdminOptions admin,
            boolean logsCalls,
            @Nullable AuditSettings audit,
            ShutdownTimes shutdown) {}

    @Override
    public String title() {
        return "Operation";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(
                ADMIN,
                ADMIN_HOST,
                ADMIN_PORT,
                METRICS,
                CALLS,
                AUDIT,
                FAIL_CLOSED,
                AUDIT_QUEUE,
                AUDIT_BYTES,
                NOTICE,
                FINISH);
    }

    @Override
    public Operating read(Values values) {
        AdminOptions admin = new AdminOptions(values.get(ADMIN_HOST), values.get(ADMIN_PORT), values.get(METRICS));
        ShutdownTimes shutdown = new ShutdownTimes(values.get(NOTICE), values.get(FINISH));
        return new Operating(values.get(ADMIN) ? admin : null, values.get(CALLS), audit(values), shutdown);
    }

    private @Nullable AuditSettings audit(Values values) {
        Path folder = values.find(AUDIT);
        boolean failClosed = values.get(FAIL_CLOSED);
        int queue = values.get(AUDIT_QUEUE);
        int bytes = values.get(AUDIT_BYTES);
        return folder == null ? null : new AuditSettings(values.resolve(folder), site, failClosed, queue, bytes, clock);
    }
}
