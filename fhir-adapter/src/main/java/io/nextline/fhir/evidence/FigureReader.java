package io.nextline.fhir.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Evidence} of a study back into the results, harms and other figures of a trial file. */
final class FigureReader {
    private final FhirPool pool;
    private final String reference;
    private final FhirNode study;
    private final String prefix;
    private final List<FhirNode> evidence;

    FigureReader(FhirPool pool, String reference, FhirNode study) {
        this.pool = pool;
        this.reference = reference;
        this.study = study;
        this.prefix = study.identifier(Urls.TRIAL) + "/";
        this.evidence = study.each("relatedArtifact")
                .filter(each -> "composed-of".equals(each.text("type")))
                .map(each -> pool.resolve(reference, each.at("resourceReference")))
                .filter(FhirNode::isPresent)
                .toList();
    }

    /** Returns the name of a part within its trial, for example {@code harms/serious-adverse-events/cabozantinib}. */
    private String part(FhirNode resource) {
        String name = resource.identifier(Urls.PART);
        return name != null && name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    }

    private Stream<FhirNode> named(String pattern) {
        return evidence.stream().filter(each -> part(each).matches(pattern));
    }

    @Nullable String armOf(FhirNode variable) {
        String name = part(variable);
        return name.startsWith("arm/") ? name.substring("arm/".length()) : null;
    }

    private FhirNode variable(FhirNode of, String role) {
        return variables(of, role).findFirst().orElse(FhirNode.NONE);
    }

    private Stream<FhirNode> variables(FhirNode of, String role) {
        return of.each("variableDefinition")
                .filter(each -> role.equals(each.at("variableRole").code(Urls.TERMINOLOGY + "variable-role")))
                .map(each -> resolve(each.at("observed")));
    }

    private FhirNode resolve(FhirNode named) {
        return pool.resolve(reference, named);
    }

    List<TrialFields> results() {
        return named("[^/]+")
                .filter(each -> !part(each).equals("enrolment") && !part(each).equals("follow-up"))
                .map(this::result)
                .toList();
    }

    private TrialFields result(FhirNode result) {
        FhirNode outcome = variable(result, "measuredVariable");
        TrialFields fields = new TrialFields()
                .with("id", part(result))
                .with("endpoint", outcome.text("shortTitle"))
                .with("label", outcome.text("title"))
                .with("primary", primary(outcome))
                .with("population", analysed(result))
                .with(
                        "timepoint",
                        outcome.first("characteristic").first("timeFromEvent").text("description"))
                .with("assessment", outcome.first("note").text("text"))
                .objects("arms", arms(result))
                .with("finding", result.text("assertion"))
                .with("locator", locator(result));
        FigureFields figures = new FigureFields(variable -> armOf(resolve(variable)));
        statistic(result, "effect").ifPresent(each -> fields.object("effect", figures.effect(each)));
        statistic(result, "ratio").ifPresent(each -> fields.object("ratio", figures.effect(each)));
        return fields;
    }

    private @Nullable Boolean primary(FhirNode outcome) {
        String id = "EvidenceVariable/" + outcome.text("id");
        FhirNode measure = study.each("outcomeMeasure")
                .filter(each -> id.equals(each.at("reference").text("reference")))
                .findFirst()
                .map(each -> each.first("type"))
                .orElse(FhirNode.NONE);
        if ("primary".equals(measure.code(Urls.HL7 + "research-study-objective-type"))) {
            return true;
        }
        return measure.code(OwnSystem.ENDPOINT_ROLE) == null ? null : false;
    }

    private @Nullable String analysed(FhirNode result) {
        FhirNode group = variable(result, "population");
        return part(group).equals("population") ? null : group.text("description");
    }

    private List<TrialFields> arms(FhirNode result) {
        return Stream.of(result)
                .flatMap(each -> each.each("variableDefinition"))
                .filter(each -> {
                    String role = each.at("variableRole").code(Urls.TERMINOLOGY + "variable-role");
                    return "exposure".equals(role) || "referenceExposure".equals(role);
                })
                .map(each -> armOf(resolve(each.at("observed"))))
                .map(arm -> armResult(part(result), String.valueOf(arm)))
                .toList();
    }

    private TrialFields armResult(String result, String arm) {
        TrialFields fields = new TrialFields().with("arm", arm);
        String name = result + "/" + arm;
        evidence.stream().filter(each -> part(each).equals(name)).findFirst().ifPresent(figures -> {
            statistic(figures, "median").ifPresent(each -> fields.object("median", FigureFields.median(each)));
            statistic(figures, "rate").ifPresent(each -> fields.object("rate", FigureFields.rate(each)));
            statistic(figures, "events")
                    .ifPresent(each -> fields.object(
                            "events",
                            FigureFields.count(each)
                                    .with("what", each.first("note").text("text"))));
        });
        return fields;
    }

    private static Optional<FhirNode> statistic(FhirNode evidence, String figure) {
        return evidence.each("statistic")
                .filter(each -> figure.equals(each.extensionText(EvidenceExtension.FIGURE)))
                .findFirst();
    }

    private static @Nullable String locator(FhirNode evidence) {
        return evidence.each("relatedArtifact")
                .filter(each -> "derived-from".equals(each.text("type")))
                .findFirst()
                .map(each -> each.text("label"))
                .orElse(null);
    }

    List<TrialFields> harms() {
        return named("harms/[^/]+/.+").map(this::harm).toList();
    }

    private TrialFields harm(FhirNode harm) {
        String[] names = part(harm).split("/", -1);
        return FigureFields.count(harm.first("statistic"))
                .with("id", names[1])
                .with("event", variable(harm, "measuredVariable").text("title"))
                .with("arm", names[2])
                .with("locator", locator(harm));
    }

    List<TrialFields> derived() {
        return named("derived/.+")
                .map(each -> new TrialFields()
                        .with("id", part(each).substring("derived/".length()))
                        .with("label", each.first("variableDefinition").text("description"))
                        .with("value", each.first("statistic").at("quantity").value("value"))
                        .with("unit", each.first("statistic").at("quantity").text("unit"))
                        .with("basis", each.first("statistic").text("description")))
                .toList();
    }

    List<TrialFields> characteristics() {
        return named("enrolment")
                .flatMap(each -> each.each("statistic"))
                .map(each -> FigureFields.count(each)
                        .with("id", each.at("category").code(OwnSystem.POPULATION))
                        .with("label", each.at("category").text("text"))
                        .with("approximate", each.extension(EvidenceExtension.APPROXIMATE)))
                .toList();
    }

    List<TrialFields> followUp() {
        return named("follow-up")
                .flatMap(each -> each.each("statistic"))
                .map(FigureFields::followUp)
                .toList();
    }
}
