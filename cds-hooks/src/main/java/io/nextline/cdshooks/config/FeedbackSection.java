package io.nextline.cdshooks.config;

import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.Secret;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where feedback is kept. Without a place none is taken. */
final class FeedbackSection implements Section<FeedbackSection.Keeping> {

    private static final Key<Path> FILE =
            new Key<>("feedback.sqlite", Kinds.path(), null, "SQLite file for feedback, made if it is not there");
    private static final Key<String> URL = new Key<>(
            "feedback.url",
            Kinds.text(),
            null,
            "or a PostgreSQL database: jdbc:postgresql://host/name, without a password");
    private static final Key<String> USER = new Key<>("feedback.user", Kinds.text(), null, "who connects there");
    private static final Key<Secret> PASSWORD = new Key<>("feedback.password", Kinds.secret(), null, "theirs");

    /**
     * What was read.
     *
     * @param feedback where feedback is kept, null for nowhere
     */
    record Keeping(@Nullable FeedbackSettings feedback) {}

    @Override
    public String title() {
        return "Feedback";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(FILE, URL, USER, PASSWORD);
    }

    @Override
    public Keeping read(Values values) {
        Path file = values.find(FILE);
        String url = values.find(URL);
        String user = values.find(USER);
        Secret password = values.find(PASSWORD);
        if (file != null && url != null) {
            values.problem(URL, "feedback is kept in a file or in a database, not in both; keep one");
        }
        try {
            return new Keeping(
                    url != null
                            ? FeedbackSettings.postgresql(url, user, password)
                            : file != null ? FeedbackSettings.sqlite(values.resolve(file)) : null);
        } catch (InvalidSettingsException unusable) {
            unusable.problems().forEach(problem -> values.problem(URL, problem));
            return new Keeping(null);
        }
    }
}
