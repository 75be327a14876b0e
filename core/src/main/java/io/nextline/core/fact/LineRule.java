package io.nextline.core.fact;

import java.util.Locale;

/**
 * A rule that opened, kept or ended a line of therapy, or that marks it. The numbers behind the rules are the profile's; the rules
 * follow Meng 2020 (window and gap), JMIR Med Inform 2021;9:e29017 (exchanges, maintenance) and TLCR 2020;9:2460 (dropped partners,
 * six weeks to maintenance). In the order of a line's life, so that a sorted list tells its story.
 */
public enum LineRule {
    FIRST_ON_RECORD(Effect.OPENED, "first anticancer drug on record"),
    NEW_DRUG(Effect.OPENED, "new drug after the window of the regimen"),
    RECHALLENGE(Effect.OPENED, "same regimen again after a gap: rechallenge"),
    /** The gap followed a year or more of an immune checkpoint inhibitor with no other reason recorded. */
    RECHALLENGE_AFTER_LONG_ICI(
            Effect.OPENED, "same regimen again after a gap that may have been a planned stop: rechallenge"),
    UNDATED(Effect.OPENED, "no date on record"),

    WINDOW(Effect.KEPT, "drug added within the window"),
    STAGGERED_TKI(Effect.KEPT, "VEGFR TKI joined the immune checkpoint inhibitor"),
    EXCHANGE(Effect.KEPT, "drug exchanged for its like"),
    RESTART_WITHIN_GAP(Effect.KEPT, "held and restarted within the gap"),
    PARTNER_DROPPED(Effect.KEPT, "partner dropped, the rest went on"),
    CONTINUATION_MAINTENANCE(Effect.KEPT, "platinum ended, the rest went on as maintenance"),
    SWITCH_MAINTENANCE(Effect.KEPT, "switch maintenance after platinum"),
    CARRIED_OVER(Effect.KEPT, "drug of the line before went on beside it"),
    LATE_DOSE(Effect.KEPT, "last dose dated just after the start of the next line"),
    REUSED_DRUG(Effect.KEPT, "drug of an earlier line given again"),

    RECORDED_REASON(Effect.ENDED, "ended by a recorded reason"),
    STATED_PROGRESSION(Effect.ENDED, "ended by a stated progression"),
    ADJUVANT_TERM(Effect.ENDED, "given as long as adjuvant therapy is planned"),
    NEXT_LINE(Effect.ENDED, "ended by the next line"),
    /** Nothing but the time without it ended the line; the same regimen came again. */
    GAP(Effect.ENDED, "ended by a gap, then given again"),
    STILL_GIVEN(Effect.ENDED, "still given"),
    END_NOT_RECORDED(Effect.ENDED, "end not recorded");

    /** What a rule does to a line. */
    public enum Effect {
        OPENED,
        KEPT,
        ENDED
    }

    private final Effect effect;
    private final String words;
    private final String id;

    LineRule(Effect effect, String words) {
        this.effect = effect;
        this.words = words;
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what the rule does. */
    public Effect effect() {
        return effect;
    }

    /** Returns the rule in words. */
    public String words() {
        return words;
    }

    /** Returns the id in files and answers, for example {@code first-on-record}. */
    public String id() {
        return id;
    }
}
