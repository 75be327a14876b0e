package io.nextline.core.derive;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.vocabulary.StopReason;
import io.nextline.core.vocabulary.TherapyIntent;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads why a therapy was stopped and in which setting it was given, from the places where releases of mCODE put it. */
final class StopReasons {

    private final Vocabulary vocabulary;

    StopReasons(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the reason that the entry gives, or null. Progression outweighs any other reason of the same entry. */
    @Nullable EndReason of(MedicationUse use) {
        EndReason found = null;
        for (CodeableConcept place : placesOf(use)) {
            EndReason reason = endReason(place);
            if (reason == EndReason.PROGRESSION || found == null) {
                found = reason != null ? reason : found;
            }
        }
        return found;
    }

    /** Returns whether the entry gives a reason that was not understood; one of the prescribing system's own is no reason. */
    boolean hasUnread(MedicationUse use) {
        return placesOf(use).stream()
                .anyMatch(place -> isWorded(place) && vocabulary.statuses().stopReason(place) == null);
    }

    private static boolean isWorded(CodeableConcept place) {
        return place.text() != null || !place.coding().isEmpty();
    }

    /** Returns what the entry gives as reasons for its status, wherever it gives them. */
    static List<CodeableConcept> placesOf(MedicationUse use) {
        List<CodeableConcept> places = new ArrayList<>(use.statusReason());
        for (Extension extension : use.extension()) {
            if (extension.concept() != null && extension.url().endsWith("termination-reason")) {
                places.add(extension.concept());
            }
        }
        return places;
    }

    private @Nullable EndReason endReason(CodeableConcept concept) {
        StopReason reason = vocabulary.statuses().stopReason(concept);
        if (reason == null) {
            return null;
        }
        return switch (reason) {
            case PROGRESSION -> EndReason.PROGRESSION;
            case TOXICITY -> EndReason.TOXICITY;
            case COMPLETED -> EndReason.COMPLETED;
            case PLANNED_STOP -> EndReason.PLANNED_STOP;
            case OTHER -> EndReason.OTHER;
            case ADMINISTRATIVE -> null;
        };
    }

    /** Returns the setting that the entry codes, or null. */
    @Nullable TreatmentSetting settingOf(MedicationUse use) {
        for (Extension extension : use.extension()) {
            if (extension.concept() != null && extension.url().endsWith("-intent")) {
                TreatmentSetting setting = setting(extension.concept());
                if (setting != null) {
                    return setting;
                }
            }
        }
        TreatmentSetting setting = firstSetting(use.category());
        return setting != null ? setting : firstSetting(use.reasonCode());
    }

    private @Nullable TreatmentSetting firstSetting(List<CodeableConcept> concepts) {
        for (CodeableConcept concept : concepts) {
            TreatmentSetting setting = setting(concept);
            if (setting != null) {
                return setting;
            }
        }
        return null;
    }

    /** A curative intent alone does not say when the therapy was given against the surgery; {@link SettingDeriver} looks for that. */
    private @Nullable TreatmentSetting setting(CodeableConcept concept) {
        TherapyIntent intent = vocabulary.statuses().intent(concept);
        if (intent == null) {
            return null;
        }
        return switch (intent) {
            case ADJUVANT -> TreatmentSetting.ADJUVANT;
            case NEOADJUVANT -> TreatmentSetting.NEOADJUVANT;
            case CONSOLIDATION -> TreatmentSetting.CONSOLIDATION;
            case PALLIATIVE -> TreatmentSetting.ADVANCED;
            case CURATIVE -> TreatmentSetting.CURATIVE;
            case PERIOPERATIVE, MAINTENANCE -> null;
        };
    }
}
