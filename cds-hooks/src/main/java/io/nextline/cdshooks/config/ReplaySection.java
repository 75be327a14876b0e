package io.nextline.cdshooks.config;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.store.DatabaseSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where used tokens are remembered. Without a place each replica remembers those that it saw itself. */
final class ReplaySection implements Section<ReplaySection.Remembering> {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private static final Key<String> URL = new Key<>(
            "auth.replay.url",
            Kinds.text(),
            null,
            "PostgreSQL database in which replicas remember used tokens together: jdbc:postgresql://host/name, without a password");
    private static final Key<String> USER = new Key<>("auth.replay.user", Kinds.text(), null, "who connects there");
    private static final Key<Secret> PASSWORD = new Key<>("auth.replay.password", Kinds.secret(), null, "theirs");

    /**
     * What was read.
     *
     * @param database where replicas remember together, null for each on its own
     */
    record Remembering(@Nullable DatabaseSettings database) {}

    @Override
    public String title() {
        return "Used tokens, where several replicas serve the same clients";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(URL, USER, PASSWORD);
    }

    @Override
    public Remembering read(Values values) {
        String url = values.find(URL);
        String user = values.find(USER);
        Secret password = values.find(PASSWORD);
        // Replicas do not share a file, and within one of them its memory is quicker.
        if (url != null && !url.startsWith(POSTGRESQL)) {
            values.problem(URL, "replicas share a PostgreSQL database: " + POSTGRESQL + "//host/name");
            return new Remembering(null);
        }
        try {
            return new Remembering(url == null ? null : DatabaseSettings.postgresql(url, user, password));
        } catch (InvalidSettingsException unusable) {
            unusable.problems().forEach(problem -> values.problem(URL, problem));
            return new Remembering(null);
        }
    }
}
