package io.nextline.core.trial;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The public shape of a trial. */
final class TrialJson extends JsonOutput {

    TrialJson(JsonGenerator json) {
        super(json);
    }

    void trial(Trial trial) throws IOException {
        field("id", trial.id());
        texts("aliases", trial.aliases());
        field("nct", trial.nct());
        field("phase", trial.phase());
        field("status", trial.status().id());
        field("layer", trial.layer().id());
        array("arms", trial.arms(), this::arm);
        array("results", trial.results(), this::result);
        array("harms", trial.harms(), this::harm);
        object("citation", trial.citation(), this::citation);
        further(trial);
    }

    private void further(Trial trial) throws IOException {
        field("shortName", trial.shortName());
        field("title", trial.title());
        extra("statusAsOf", trial.statusAsOf());
        extra("published", trial.published());
        extra("updates", trial.updates());
        texts("diseases", trial.diseases());
        extraObject("design", trial.design(), this::design);
        extra("population", trial.population());
        extraTexts("notTested", trial.notTested());
        extraTexts("excludedBiomarkers", trial.excludedBiomarkers());
        extraObject("enrolment", trial.enrolment(), this::enrolment);
        extraArray("followUp", trial.followUp(), this::followUp);
        extra("dataCutoff", trial.dataCutoff());
        extra("estimatedCompletion", trial.estimatedCompletion());
        extraTexts("strata", trial.strata());
        field("conclusion", trial.conclusion());
        extraTexts("notes", trial.notes());
        extraArray("derived", trial.derived(), this::derived);
    }

    private void arm(Arm arm) throws IOException {
        field("id", arm.id());
        texts("drugs", arm.drugs());
        field("randomised", arm.randomised());
        array("doses", arm.doses(), this::dose);
        field("label", arm.label());
        Arm.Role role = arm.role();
        extra("role", role == null ? null : role.id());
        extra("treated", arm.treated());
        flag("placebo", arm.placebo());
        extraTexts("classes", arm.classes());
        extraTexts("other", arm.other());
    }

    private void dose(Dose dose) throws IOException {
        field("drug", dose.drug());
        field("amount", dose.amount());
        extra("route", dose.route());
        extra("schedule", dose.schedule());
        field("printed", dose.printed());
    }

    private void result(Result result) throws IOException {
        field("endpoint", result.endpoint());
        field("primary", primary(result.role()));
        field("population", result.population());
        field("timepoint", result.timepoint());
        array("arms", result.arms(), this::armResult);
        object("effect", result.effect(), this::effect);
        field("id", result.id());
        field("label", result.label());
        extra("assessment", result.assessment());
        extraObject("ratio", result.ratio(), this::effect);
        extra("finding", result.finding());
        extra("locator", result.locator());
    }

    private static @Nullable Object primary(Result.Role role) {
        return role == Result.Role.UNSTATED ? null : role == Result.Role.PRIMARY;
    }

    private void armResult(ArmResult arm) throws IOException {
        field("arm", arm.arm());
        object("median", arm.median(), this::median);
        object("rate", arm.rate(), this::rate);
        object("events", arm.events(), this::events);
    }

    private void median(Median median) throws IOException {
        field("value", median.value());
        field("unit", median.unit().id());
        interval(median.interval());
        flag("notEvaluable", median.notEvaluable());
        flag("upperNotEvaluable", median.interval() != null && median.interval().upper() == null);
        flag("disputed", median.disputed());
        field("printed", median.printed());
    }

    private void rate(Rate rate) throws IOException {
        field("percent", rate.percent());
        field("at", rate.at());
        interval(rate.interval());
        flag("approximate", rate.approximate());
        flag("disputed", rate.disputed());
        field("printed", rate.printed());
    }

    private void interval(@Nullable ConfidenceInterval interval) throws IOException {
        field("lower", interval == null ? null : interval.lower());
        field("upper", interval == null ? null : interval.upper());
        field("level", interval == null ? null : interval.level());
    }

    private void events(Events events) throws IOException {
        count(events);
        extra("what", events.what());
    }

    private void count(Events count) throws IOException {
        field("n", count.n());
        field("of", count.of());
        field("percent", count.percent());
        field("printed", count.printed());
    }

    private void effect(Effect effect) throws IOException {
        field("measure", effect.measure().name());
        field("value", effect.value());
        interval(effect.interval());
        extra("reference", effect.reference());
        field("p", effect.p());
        extra("arm", effect.arm());
        extra("pPrinted", effect.pPrinted());
        extra("adjustment", effect.adjustment());
        extra("test", effect.test());
        extra("sided", effect.sided());
        flag("disputed", effect.disputed());
        field("printed", effect.printed());
    }

    private void harm(Harm harm) throws IOException {
        field("event", harm.event());
        field("arm", harm.arm());
        count(harm.count());
        field("id", harm.id());
        extra("locator", harm.locator());
    }

    private void citation(Citation citation) throws IOException {
        field("document", citation.document());
        field("locator", citation.locator());
        field("pmid", citation.pmid());
        field("doi", citation.doi());
        extra("pmcid", citation.pmcid());
        extra("journal", citation.journal());
        extraArray("sources", citation.sources(), source -> {
            field("document", source.document());
            field("locator", source.locator());
        });
    }

    private void design(Design design) throws IOException {
        extra("allocation", design.allocation());
        extra("ratio", design.ratio());
        extra("masking", design.masking());
        extra("centres", design.centres());
        extra("control", design.control());
        extra("method", design.method());
        extra("blocks", design.blocks());
        extra("strategy", design.strategy());
    }

    private void enrolment(Enrolment enrolment) throws IOException {
        extra("screened", enrolment.screened());
        extra("randomised", enrolment.randomised());
        extra("estimated", enrolment.estimated());
        extra("from", enrolment.from());
        extra("to", enrolment.to());
        extra("sites", enrolment.sites());
        extra("countries", enrolment.countries());
        extraTexts("regions", enrolment.regions());
        extra("minimumAge", enrolment.minimumAge());
        extraArray("characteristics", enrolment.characteristics(), each -> {
            field("id", each.id());
            field("label", each.label());
            count(each.count());
            flag("approximate", each.approximate());
        });
    }

    private void followUp(FollowUp followUp) throws IOException {
        FollowUp.Kind kind = followUp.kind();
        field("kind", kind == null ? null : kind.id());
        field("value", followUp.value());
        field("unit", followUp.unit());
        extra("endpoint", followUp.endpoint());
        extra("iqrLower", followUp.iqrLower());
        extra("iqrUpper", followUp.iqrUpper());
        field("printed", followUp.printed());
    }

    private void derived(Derived derived) throws IOException {
        field("id", derived.id());
        field("label", derived.label());
        field("value", derived.value());
        field("unit", derived.unit());
        field("basis", derived.basis());
    }
}
