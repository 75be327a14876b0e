package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.store.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that appends feedback and prints the card of each that was kept, to be killed while it does. */
final class WriterProcess implements AutoCloseable {

    private static final String NOBODY = "-";

    private final Process process;
    private final BufferedReader output;

    private WriterProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param first the number of its first card
     */
    static WriterProcess start(DatabaseSettings database, int first) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                database.url(),
                database.user() == null ? NOBODY : database.user(),
                Integer.toString(first));
        return new WriterProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * Kills the process after some acknowledgements, in the middle of whatever it does then.
     *
     * @return the cards that it acknowledged, those included that it had printed but nobody had read
     */
    List<String> killedAfter(int acknowledgements) throws IOException, InterruptedException {
        List<String> cards = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            cards.add(line);
            if (cards.size() == acknowledgements) {
                // Through the handle, because Process itself would close what is still to be read.
                process.toHandle().destroyForcibly();
            }
        }
        if (!process.waitFor(10, TimeUnit.SECONDS) || cards.size() < acknowledgements) {
            throw new IllegalStateException("the writer ended by itself, after " + cards.size());
        }
        // The kill may have cut the last line short.
        if (cards.get(cards.size() - 1).length() < SampleFeedback.CARD.length()) {
            cards.remove(cards.size() - 1);
        }
        return cards;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Appends one feedback after the other until it is killed. */
    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] args) {
        DatabaseSettings database = new DatabaseSettings(args[0], args[1].equals(NOBODY) ? null : args[1], null, 4);
        try (FeedbackStore store = new DatabaseFeedbackStore(database)) {
            for (int i = Integer.parseInt(args[2]); ; i++) {
                Feedback feedback = SampleFeedback.onAnotherCard(i);
                store.append(List.of(SampleFeedback.received(feedback)));
                System.out.println(feedback.card());
                System.out.flush();
            }
        }
    }
}
