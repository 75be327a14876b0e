package io.nextline.cdshooks.config;

import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.fetch.FetchSettings;
import io.nextline.cdshooks.http.AdminOptions;
import io.nextline.cdshooks.http.Cors;
import io.nextline.cdshooks.http.ServerLimits;
import io.nextline.cdshooks.http.ShutdownTimes;
import io.nextline.cdshooks.http.TlsSettings;
import io.nextline.cdshooks.operation.audit.AuditSettings;
import io.nextline.cdshooks.page.PageSettings;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.store.DatabaseSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a standalone service, as a file gives them.
 *
 * @param host where to listen
 * @param port the port
 * @param tls TLS at the service itself, null for none
 * @param cors which web pages may read the answers
 * @param authentication who may call, null where the file says nothing of it
 * @param replay the database in which replicas remember used tokens together, null for the memory of each
 * @param services what the services are told
 * @param feedback where feedback is kept, null where none is taken
 * @param evidence a folder with another evidence base, null for the bundled one
 * @param limits how much is taken on
 * @param admin the admin port, null for none
 * @param logsCalls whether calls are logged
 * @param audit the audit trail, null for none
 * @param shutdown how it stops
 * @param effective every value in force by its key, as it may be printed: secrets are masked
 */
public record ServiceConfiguration(
        String host,
        int port,
        @Nullable TlsSettings tls,
        Cors cors,
        @Nullable AuthenticationSettings authentication,
        @Nullable DatabaseSettings replay,
        ServiceSettings services,
        @Nullable FeedbackSettings feedback,
        @Nullable Path evidence,
        ServerLimits limits,
        @Nullable AdminOptions admin,
        boolean logsCalls,
        @Nullable AuditSettings audit,
        ShutdownTimes shutdown,
        Map<String, String> effective) {

    /** Copies the map in its order. */
    public ServiceConfiguration {
        effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
    }

    /**
     * Reads a file.
     *
     * @throws InvalidSettingsException naming all that is wrong with it, each with its line, key and remedy
     */
    public static ServiceConfiguration read(Path path) {
        return of(PropertiesFile.read(path));
    }

    static ServiceConfiguration of(PropertiesFile file) {
        Values values = new Values(file);
        values.rejectUnknown(Sections.keys());
        ServiceConfiguration configuration = read(values);
        if (!values.problems().isEmpty()) {
            throw new InvalidSettingsException(values.problems());
        }
        return configuration;
    }

    private static ServiceConfiguration read(Values values) {
        ListenSection.Listening listening = new ListenSection().read(values);
        AuthenticationSettings authentication =
                new AuthenticationSection().read(values).authentication();
        DatabaseSettings replay = new ReplaySection().read(values).database();
        ServiceSection.Speaking speaking = new ServiceSection().read(values);
        LimitSection.Limits limits = new LimitSection(listening.proxied()).read(values);
        FeedbackSettings feedback = new FeedbackSection().read(values).feedback();
        FetchSettings fetch = new FetchSection().read(values);
        URI base = authentication == null ? null : authentication.externalBase();
        PageSettings pages = new PageSection(base).read(values);
        Clock clock = Clock.system(speaking.zone());
        String site = base == null ? "http://" + listening.host() + ":" + listening.port() : base.toString();
        OperationSection.Operating operating = new OperationSection(clock, site).read(values);
        return new ServiceConfiguration(
                listening.host(),
                listening.port(),
                listening.tls(),
                listening.cors(),
                authentication,
                replay,
                new ServiceSettings(clock, speaking.layer(), limits.request(), fetch, pages, speaking.drafts()),
                feedback,
                speaking.folder(),
                limits.server(),
                operating.admin(),
                operating.logsCalls(),
                operating.audit(),
                operating.shutdown(),
                values.effective());
    }
}
