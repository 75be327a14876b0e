package io.nextline.cdshooks.config;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.cdshooks.operation.AccessLog;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.CallWatches;
import io.nextline.cdshooks.operation.audit.AuditSettings;
import io.nextline.cdshooks.operation.audit.AuditTrail;
import io.nextline.cdshooks.security.ClientGate;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.jwt.JwtGate;
import io.nextline.cdshooks.store.DatabaseReplayStore;
import io.nextline.cdshooks.store.DatabaseSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a configured service together and starts it. */
public final class OperatedService {

    private OperatedService() {}

    /**
     * Starts the service. What it holds open, its audit trail included, is closed with the server.
     *
     * @param configuration what to serve, and how
     * @param development whether callers of this machine are served without authentication, in place of configured clients
     * @param port another port than the configured one, or null
     * @param services what is served
     * @throws IOException if it cannot listen
     * @throws InvalidSettingsException if the settings cannot be used, with all problems that show at this point
     */
    public static NextlineServer start(
            ServiceConfiguration configuration, boolean development, @Nullable Integer port, CdsServices services)
            throws IOException {
        ClientGate gate = gate(configuration, development);
        CallWatch watch = watch(configuration);
        ServerOptions options = new ServerOptions(
                        configuration.host(), port == null ? configuration.port() : port, gate, configuration.tls())
                .with(configuration.cors())
                .with(configuration.limits())
                .with(configuration.shutdown())
                .with(configuration.admin())
                .with(watch);
        FeedbackSettings feedback = configuration.feedback();
        return feedback == null
                ? NextlineServer.start(options, services)
                : NextlineServer.start(options, services, feedback.store());
    }

    /**
     * Checks who may call.
     *
     * @param development whether callers of this machine are served without authentication
     * @throws InvalidSettingsException if nobody could call, or everybody could
     */
    public static void check(ServiceConfiguration configuration, boolean development) {
        boolean clients = configuration.authentication() != null;
        if (development && clients) {
            throw new InvalidSettingsException(
                    List.of("it names clients, which --dev would not ask for: leave out --dev, or the keys auth.*"));
        }
        if (development && !ListenSection.isLoopback(configuration.host())) {
            throw new InvalidSettingsException(List.of("server.host: --dev serves this machine only; use 127.0.0.1"));
        }
        if (!development && !clients) {
            throw new InvalidSettingsException(List.of(
                    "nobody may call yet: give auth.base-url and at least one auth.issuer.NAME.iss with its keys;"
                            + " for development on this machine alone, start with --dev"));
        }
    }

    private static ClientGate gate(ServiceConfiguration configuration, boolean development) {
        check(configuration, development);
        AuthenticationSettings authentication = configuration.authentication();
        if (authentication == null) {
            return new DevelopmentGate();
        }
        DatabaseSettings replay = configuration.replay();
        return replay == null
                ? new JwtGate(authentication, Clock.systemUTC())
                : new JwtGate(authentication, new DatabaseReplayStore(replay), Clock.systemUTC());
    }

    private static CallWatch watch(ServiceConfiguration configuration) {
        List<CallWatch> watches = new ArrayList<>();
        AuditSettings audit = configuration.audit();
        if (audit != null) {
            watches.add(AuditTrail.open(audit));
        }
        if (configuration.logsCalls()) {
            watches.add(new AccessLog());
        }
        return watches.isEmpty() ? CallWatch.none() : new CallWatches(watches);
    }
}
