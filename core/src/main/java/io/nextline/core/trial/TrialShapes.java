package io.nextline.core.trial;

import io.nextline.core.trial.Trial.Layer;
import io.nextline.core.trial.Trial.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a trial file's objects, except its figures. Fields are taken in the order of the record. */
final class TrialShapes {
    private static final Citation UNCITED = new Citation("", null, null, null, null, null, List.of());

    private TrialShapes() {}

    static @Nullable Trial trial(JsonFields json) {
        return json.build(() -> new Trial(
                json.text("id"),
                json.text("shortName"),
                json.text("title"),
                json.texts("aliases"),
                json.optionalText("nct"),
                json.optionalText("phase"),
                json.choice("status", Status.values(), Status::id),
                json.parsed("statusAsOf", TrialDate::new),
                json.choice("layer", Layer.values(), Layer::id),
                json.parsed("published", TrialDate::new),
                json.optionalText("updates"),
                json.texts("diseases"),
                json.object("design", TrialShapes::design),
                json.optionalText("population"),
                json.texts("notTested"),
                json.texts("excludedBiomarkers"),
                json.object("enrolment", TrialShapes::enrolment),
                json.objects("followUp", TrialShapes::followUp),
                json.parsed("dataCutoff", TrialDate::new),
                json.parsed("estimatedCompletion", TrialDate::new),
                json.texts("strata"),
                json.objects("arms", TrialShapes::arm),
                json.objects("results", FigureShapes::result),
                json.objects("harms", FigureShapes::harm),
                json.text("conclusion"),
                json.texts("notes"),
                json.objects("derived", FigureShapes::derived),
                json.required("citation", TrialShapes::citation, UNCITED)));
    }

    private static @Nullable Citation citation(JsonFields json) {
        return json.build(() -> new Citation(
                json.text("document"),
                json.optionalText("locator"),
                json.optionalText("pmid"),
                json.optionalText("pmcid"),
                json.optionalText("doi"),
                json.optionalText("journal"),
                json.objects("sources", TrialShapes::source)));
    }

    private static Citation.@Nullable Source source(JsonFields json) {
        return json.build(() -> new Citation.Source(json.text("document"), json.text("locator")));
    }

    private static @Nullable Design design(JsonFields json) {
        return json.build(() -> new Design(
                json.optionalText("allocation"),
                json.optionalText("ratio"),
                json.optionalText("masking"),
                json.optionalText("centres"),
                json.optionalText("control"),
                json.optionalText("method"),
                json.optionalText("blocks"),
                json.optionalText("strategy")));
    }

    private static @Nullable Enrolment enrolment(JsonFields json) {
        return json.build(() -> new Enrolment(
                json.optionalCount("screened"),
                json.optionalCount("randomised"),
                json.optionalCount("estimated"),
                json.parsed("from", TrialDate::new),
                json.parsed("to", TrialDate::new),
                json.optionalCount("sites"),
                json.optionalCount("countries"),
                json.texts("regions"),
                json.optionalCount("minimumAge"),
                json.objects("characteristics", FigureShapes::characteristic)));
    }

    private static @Nullable FollowUp followUp(JsonFields json) {
        return json.build(() -> new FollowUp(
                json.optionalChoice("kind", FollowUp.Kind.values(), FollowUp.Kind::id),
                json.number("value"),
                json.text("unit"),
                json.optionalText("endpoint"),
                json.optionalNumber("iqrLower"),
                json.optionalNumber("iqrUpper"),
                json.text("printed")));
    }

    private static @Nullable Arm arm(JsonFields json) {
        return json.build(() -> new Arm(
                json.text("id"),
                json.text("label"),
                json.texts("drugs"),
                json.optionalChoice("role", Arm.Role.values(), Arm.Role::id),
                json.optionalCount("randomised"),
                json.optionalCount("treated"),
                json.flag("placebo"),
                json.texts("classes"),
                json.texts("other"),
                json.objects("doses", TrialShapes::dose)));
    }

    private static @Nullable Dose dose(JsonFields json) {
        return json.build(() -> new Dose(
                json.text("drug"),
                json.text("amount"),
                json.optionalText("route"),
                json.optionalText("schedule"),
                json.text("printed")));
    }
}
