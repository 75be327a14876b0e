package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.cdshooks.request.Hook;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.Layer;
import io.nextline.samples.cli.input.MixedPatientsException;
import io.nextline.samples.cli.input.Question;
import io.nextline.samples.cli.input.QuestionReader;
import io.nextline.samples.cli.input.UnreadableInputException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the engine about a sample patient's folder, as the command line does, and compares the answers with what is expected.
 * Thread-safe.
 */
public final class PatientCheck {

    private static final String OPENED = "chart opened";

    private final Nextline nextline;
    private final ResponseWriter responses;
    private final QuestionReader questions;
    private final ExpectedFile expectedFile = new ExpectedFile();

    /** Checks with this engine. */
    public PatientCheck(Nextline nextline) {
        this.nextline = nextline;
        this.responses = new ResponseWriter(new CardRenderer(nextline.evidence()));
        this.questions = new QuestionReader(InputStream.nullInputStream(), warning -> {});
    }

    /**
     * Checks one folder.
     *
     * @param path the folder
     * @param name how results call it
     */
    public FolderResult check(Path path, String name) {
        try {
            return check(PatientFolder.read(path, expectedFile), name);
        } catch (UnreadableFolderException unreadable) {
            return FolderResult.unreadable(name, unreadable.problems());
        } catch (UnreadableInputException unreadable) {
            return FolderResult.unreadable(name, List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private FolderResult check(PatientFolder folder, String name) {
        List<CheckResult> results = new ArrayList<>();
        results.add(timed(OPENED, () -> opened(folder)));
        for (JsonNode variant : folder.variants()) {
            String drafted = "drafted: " + variant.path("name").asText();
            results.add(timed(drafted, () -> answered(variant, question(folder, variant))));
        }
        return new FolderResult(name, results, List.of());
    }

    private List<Difference> opened(PatientFolder folder) {
        Question question = question(folder, null);
        return folder.isRefused() ? refused(question) : answered(folder.expected(), question);
    }

    private List<Difference> refused(Question question) {
        try {
            question.answer(nextline);
            return List.of(new Difference("refused", "true", "an answer, as if it were about one patient", List.of()));
        } catch (MixedPatientsException asExpected) {
            return List.of();
        }
    }

    private List<Difference> answered(JsonNode expected, Question question) {
        try {
            byte[] response = responses.write(question.answer(nextline), question.hookInstance());
            return Expectation.differences(expected, Published.of(response));
        } catch (MixedPatientsException refused) {
            return List.of(new Difference("refused", "false", "true: there is data of another patient", List.of()));
        }
    }

    /** Without named selections every draft is selected. */
    private Question question(PatientFolder folder, @Nullable JsonNode variant) {
        List<String> drafts = new ArrayList<>();
        if (variant != null) {
            PatientFolder.drafts(variant).forEach(file -> drafts.add(inside(folder, file)));
        }
        Hook hook = variant == null ? null : Hook.named(variant.path("hook").asText());
        Question question = questions.read(folder.bundle().toString(), drafts, hook, folder.asOf(), Layer.ALL);
        if (variant == null || !variant.has("selections")) {
            return question;
        }
        Set<String> selections = new HashSet<>();
        variant.path("selections").forEach(selection -> selections.add(selection.asText()));
        return question.selecting(selections);
    }

    private static String inside(PatientFolder folder, String file) {
        return folder.path().resolve(file).toString();
    }

    private static CheckResult timed(String name, Check check) {
        long start = System.nanoTime();
        List<Difference> differences = check.differences();
        return new CheckResult(name, differences, Duration.ofNanos(System.nanoTime() - start));
    }

    /** One question with its expectation. */
    private interface Check {
        List<Difference> differences();
    }
}
