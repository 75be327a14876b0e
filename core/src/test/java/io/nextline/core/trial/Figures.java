package io.nextline.core.trial;

import io.nextline.core.trial.Enrolment.Characteristic;
import java.util.Map;
import java.util.TreeMap;

/** Every figure of a trial with what its source prints, by reference: the shortest reference that shows it whole. */
final class Figures {
    private final Map<String, String> printed = new TreeMap<>();

    private Figures() {}

    static Map<String, String> printed(Trial trial) {
        Figures figures = new Figures();
        trial.results().forEach(figures::result);
        trial.harms()
                .forEach(harm -> figures.printed.put(
                        "harms/" + harm.id() + "/" + harm.arm(), harm.count().printed()));
        trial.followUp().forEach(each -> figures.printed.put("follow-up", each.printed()));
        trial.derived().forEach(each -> figures.printed.put("derived/" + each.id(), "-"));
        trial.arms().forEach(figures::arm);
        if (trial.enrolment() != null) {
            figures.enrolment(trial.enrolment());
        }
        return figures.printed;
    }

    private void result(Result result) {
        for (ArmResult arm : result.arms()) {
            String end = "/" + arm.arm();
            if (arm.median() != null && !arm.median().disputed()) {
                String kind = arm.median().interval() == null ? "/median" : "/median-ci";
                printed.put(result.id() + kind + end, arm.median().printed());
            }
            if (arm.rate() != null && !arm.rate().disputed()) {
                String kind = arm.rate().interval() == null ? "/rate" : "/rate-ci";
                printed.put(result.id() + kind + end, arm.rate().printed());
            }
            if (arm.events() != null) {
                printed.put(result.id() + "/events" + end, arm.events().printed());
            }
        }
        Effect effect = result.effect();
        if (effect != null && !effect.disputed()) {
            printed.put(result.id() + "/effect", effect.printed());
            if (effect.p() != null) {
                printed.put(result.id() + "/p", effect.pPrinted());
            }
        }
    }

    private void arm(Arm arm) {
        putIf(arm.randomised() != null, "randomised/" + arm.id());
        putIf(arm.treated() != null, "treated/" + arm.id());
        putIf(!arm.doses().isEmpty(), "dose/" + arm.id());
    }

    private void enrolment(Enrolment enrolment) {
        putIf(enrolment.screened() != null, "enrolment/screened");
        putIf(enrolment.randomised() != null, "randomised");
        putIf(enrolment.estimated() != null, "enrolment/estimated");
        putIf(enrolment.from() != null, "enrolment/from");
        putIf(enrolment.to() != null, "enrolment/to");
        putIf(enrolment.sites() != null, "enrolment/sites");
        putIf(enrolment.countries() != null, "enrolment/countries");
        for (Characteristic each : enrolment.characteristics()) {
            printed.put("enrolment/" + each.id(), each.count().printed());
        }
    }

    private void putIf(boolean present, String reference) {
        if (present) {
            printed.put(reference, "-");
        }
    }
}
