package io.nextline.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.evidence.EvidenceBase;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ProfileTest {

    private static final Profile PROFILE = EvidenceBase.bundled().profile();

    @Test
    void theThresholdsAreThoseOfTheDesign() {
        assertThat(PROFILE.lineWindowDays()).isEqualTo(28);
        assertThat(PROFILE.tkiJoinsIciDays()).isEqualTo(42);
        assertThat(PROFILE.lineGapDays()).isEqualTo(180);
        assertThat(PROFILE.inferredProgressionDays()).isEqualTo(182);
        assertThat(PROFILE.adjuvantWindowDays()).isEqualTo(183);
        assertThat(PROFILE.adjuvantAfterNephrectomyDays()).isEqualTo(112);
        assertThat(PROFILE.adjuvantCompletedDays()).isEqualTo(330);
        assertThat(PROFILE.oligoprogressionSites()).isEqualTo(3);
        assertThat(PROFILE.performanceStatusMaxAgeDays()).isEqualTo(90);
        assertThat(PROFILE.labMaxAgeDays()).isEqualTo(60);
        assertThat(PROFILE.statusMaxAgeDays()).isEqualTo(90);
        assertThat(PROFILE.recordReachesBeginningDays()).isEqualTo(366);
        assertThat(PROFILE.administrationOngoingDays()).isEqualTo(70);
        assertThat(PROFILE.switchMaintenanceDays()).isEqualTo(42);
        assertThat(PROFILE.metastasisRecordingLagDays()).isEqualTo(60);
        assertThat(PROFILE.dateToleranceDays()).isEqualTo(1);
        assertThat(PROFILE.requestNearAdministrationDays()).isEqualTo(60);
    }

    @Test
    void everyThresholdSaysWhereItComesFrom() {
        PROFILE.thresholds()
                .forEach((name, threshold) ->
                        assertThat(threshold.source()).as(name).isNotBlank());
    }

    @Test
    void exchangeableDrugsAreSoInBothDirections() {
        assertThat(PROFILE.isExchangeable("cisplatin", "carboplatin")).isTrue();
        assertThat(PROFILE.isExchangeable("carboplatin", "cisplatin")).isTrue();
        assertThat(PROFILE.isExchangeable("cisplatin", "paclitaxel")).isFalse();
        assertThat(PROFILE.switchMaintenance()).contains("pemetrexed");
    }

    @Test
    void oneThresholdCanBeSetApart() {
        Profile changed = PROFILE.with("lineGapDays", 120);

        assertThat(changed.lineGapDays()).isEqualTo(120);
        assertThat(changed.thresholds().get("lineGapDays").origin()).isEqualTo(Profile.Origin.LOCAL_CHOICE);
        assertThat(changed.lineWindowDays()).isEqualTo(28);
        assertThat(PROFILE.lineGapDays()).isEqualTo(180);
    }

    @Test
    void whatCannotBeAThresholdIsRefused() {
        assertThatThrownBy(() -> PROFILE.with("lineGapDays", 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> PROFILE.with("lineGap", 1)).hasMessageContaining("lineGapDays");
        assertThatThrownBy(() -> new Profile("1", new TreeMap<>(), List.of(), Set.of()))
                .hasMessageContaining("exactly the thresholds");
    }
}
