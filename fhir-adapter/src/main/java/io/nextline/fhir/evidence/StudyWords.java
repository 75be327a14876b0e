package io.nextline.fhir.evidence;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Design;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes and notes of a study that both versions of FHIR share. */
final class StudyWords {
    private static final Map<String, FhirObject> PHASES = Map.of(
            "1", phase("phase-1", "Phase 1"),
            "1/2", phase("phase-1-phase-2", "Phase 1/Phase 2"),
            "1b/2", phase("phase-1-phase-2", "Phase 1/Phase 2"),
            "2", phase("phase-2", "Phase 2"),
            "3", phase("phase-3", "Phase 3"));

    private final OwnCodes codes;

    StudyWords(OwnCodes codes) {
        this.codes = codes;
    }

    private static FhirObject phase(String code, String display) {
        return Datatypes.coding(Urls.TERMINOLOGY + "research-study-phase", code, display);
    }

    static List<FhirObject> identifiers(Trial trial) {
        return List.of(Datatypes.identifier(Urls.TRIAL, trial.id()), Datatypes.identifier(Urls.REGISTRY, trial.nct()));
    }

    /** Returns what the study is tied to: where it is written, the entry it brings up to date, and its figures in order. */
    static List<FhirObject> related(Trial trial, List<FhirObject> evidence) {
        List<FhirObject> related = new ArrayList<>();
        related.add(related("citation", "Citation", new TrialNames(trial).study()));
        if (trial.updates() != null) {
            related.add(related("amends", "ResearchStudy", FhirId.of(trial.updates()))
                    .with("display", trial.updates()));
        }
        for (FhirObject each : evidence) {
            related.add(
                    related("composed-of", "Evidence", each.tree().path("id").asText()));
        }
        return related;
    }

    static FhirObject related(String kind, String type, String id) {
        return new FhirObject().with("type", kind).with("resourceReference", Datatypes.reference(type, id));
    }

    /** Returns the phase with the words of the source: 1b/2 has no code of its own. */
    FhirObject phase(@Nullable String phase) {
        if (phase == null) {
            return new FhirObject();
        }
        return new FhirObject().add("coding", PHASES.get(phase)).with("text", phase);
    }

    /** Returns one concept per aspect of the design: its code is the aspect, its text what the source says. */
    List<FhirObject> design(Trial trial) {
        List<FhirObject> aspects = new ArrayList<>();
        Design design = trial.design();
        if (design != null) {
            aspects.add(aspect("allocation", design.allocation()));
            aspects.add(aspect("ratio", design.ratio()));
            aspects.add(aspect("masking", design.masking()));
            aspects.add(aspect("centres", design.centres()));
            aspects.add(aspect("control", design.control()));
            aspects.add(aspect("method", design.method()));
            aspects.add(aspect("blocks", design.blocks()));
            aspects.add(aspect("strategy", design.strategy()));
        }
        trial.strata().forEach(stratum -> aspects.add(aspect("stratum", stratum)));
        return aspects;
    }

    private FhirObject aspect(String aspect, @Nullable String said) {
        if (said == null) {
            return new FhirObject();
        }
        return new FhirObject()
                .add("coding", codes.coding(OwnSystem.STUDY_DESIGN, aspect, aspect))
                .with("text", said);
    }

    List<FhirObject> conditions(Trial trial) {
        return trial.diseases().stream()
                .map(disease -> codes.concept(OwnSystem.DISEASE, disease, disease.replace('-', ' ')))
                .toList();
    }

    List<FhirObject> notes(Trial trial) {
        List<FhirObject> notes = new ArrayList<>();
        notes.add(note("conclusion", trial.conclusion()));
        trial.notTested().forEach(text -> notes.add(note("not-tested", text)));
        trial.notes().forEach(text -> notes.add(note("reading", text)));
        return notes;
    }

    FhirObject note(String kind, String text) {
        codes.coding(OwnSystem.NOTE, kind, kind.replace('-', ' '));
        return Datatypes.note(text).add("extension", EvidenceExtension.NOTE_KIND.of(kind));
    }

    FhirObject state(Trial.Status status) {
        String display = switch (status) {
            case REPORTED -> "results are out";
            case ONGOING -> "under way, according to the source";
            case RECRUITING -> "under way and enrolling, according to the source";
            case CLOSED -> "ended without results that the source gives";
            case UNKNOWN -> "not known";
            case CITED -> "only named by a source; may be an article and no study";
        };
        return codes.concept(OwnSystem.STUDY_STATUS, status.id(), display);
    }

    /** Returns what the arm is in the comparison, as far as the source says. */
    @Nullable FhirObject role(Arm arm) {
        Arm.Role role = arm.role();
        return role == null ? null : codes.concept(OwnSystem.ARM_ROLE, role.id(), role.id());
    }

    /** Returns the same with R5's own code where the arm is surely that. */
    @Nullable FhirObject typedRole(Arm arm) {
        FhirObject type = role(arm);
        if (type == null) {
            return null;
        }
        Arm.Role role = arm.role();
        String types = Urls.HL7 + "research-study-arm-type";
        if (role == Arm.Role.EXPERIMENTAL) {
            type.add("coding", Datatypes.coding(types, "experimental", "Experimental"));
        } else if (!arm.drugs().isEmpty()) {
            type.add("coding", Datatypes.coding(types, "active-comparator", "Active Comparator"));
        }
        return type;
    }
}
