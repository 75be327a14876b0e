package io.nextline.core.derive;

import io.nextline.core.fact.LineRule;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes on a gathered line what kept it together: partners dropped, maintenance, drugs held and restarted. */
final class LineMarks {

    private static final String PLATINUM = "platinum";

    private LineMarks() {}

    static void note(List<LineDraft> lines, Profile profile) {
        LineDraft previous = null;
        for (LineDraft line : lines) {
            List<Drug> regimen = line.regimen();
            if (previous != null && line.isRechallenge() && !regimen.stream().allMatch(previous::holds)) {
                line.openedByNewDrug();
            }
            previous = line;
            for (Drug drug : regimen) {
                if (isRestarted(line, drug, profile)) {
                    line.note(LineRule.RESTART_WITHIN_GAP);
                }
                if (regimen.size() > 1 && isDropped(line, drug, regimen, profile)) {
                    line.note(drug.isA(PLATINUM) ? LineRule.CONTINUATION_MAINTENANCE : LineRule.PARTNER_DROPPED);
                }
            }
        }
    }

    /** Given again after a recorded stop, or after longer than any dosing interval while no order was in force. */
    private static boolean isRestarted(LineDraft line, Drug drug, Profile profile) {
        FhirDate last = null;
        FhirDate lastDose = null;
        boolean inForce = false;
        boolean ordered = false;
        boolean stopped = false;
        boolean orderStopped = false;
        for (DrugUse use : line.uses()) {
            FhirDate day = use.start();
            if (!use.drug().equals(drug) || day == null) {
                continue;
            }
            // Doses given under a stopped order are no restart; a later order is.
            boolean isOrder = use.givenness().compareTo(Givenness.STATED) >= 0;
            boolean again = stopped || (orderStopped && isOrder);
            boolean covered = isOrder ? ordered : inForce;
            if ((again && days(last, day) > 0)
                    || (!covered && days(isOrder ? last : lastDose, day) > profile.administrationOngoingDays())) {
                return true;
            }
            boolean openOrder = isOrder && use.end() == null;
            last = Dates.last(last, use.last());
            lastDose = isOrder ? lastDose : Dates.last(lastDose, use.last());
            stopped |= use.stopReason() != null && !openOrder;
            orderStopped |= use.stopReason() != null && openOrder;
            ordered |= openOrder && !drug.intravenous();
            inForce |= openOrder && use.active() && !drug.intravenous();
        }
        return false;
    }

    private static long days(@Nullable FhirDate last, FhirDate day) {
        return last == null ? 0 : Dates.days(last, day);
    }

    private static boolean isDropped(LineDraft line, Drug drug, List<Drug> regimen, Profile profile) {
        FhirDate lineLast = line.lastUse();
        FhirDate last = line.lastUseOf(drug.name());
        if (lineLast == null || last == null || Dates.days(last, lineLast) <= profile.administrationOngoingDays()) {
            return false;
        }
        return !isActive(line, drug) && exchangedFor(drug, regimen, profile) == null;
    }

    private static boolean isActive(LineDraft line, Drug drug) {
        for (DrugUse use : line.uses()) {
            if (use.active() && use.drug().equals(drug) && !drug.intravenous()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Drug exchangedFor(Drug drug, List<Drug> regimen, Profile profile) {
        for (Drug other : regimen) {
            if (!other.equals(drug) && profile.isExchangeable(other.name(), drug.name())) {
                return other;
            }
        }
        return null;
    }
}
