package io.nextline.cdshooks.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.RefusalCause;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private final AtomicLong nanos = new AtomicLong(17);
    private final RefusalLog log = new RefusalLog(nanos::get);

    private void refuse(RefusalCause cause) {
        log.note(new Admission.Refused(cause), "/cds-services/nextline-patient-view");
    }

    @Test
    void floodOfOneCauseIsOneWarningASecondAndTheRestIsCounted() {
        for (int i = 0; i < 1000; i++) {
            refuse(RefusalCause.EXPIRED);
        }
        assertThat(log.written()).isEqualTo(1);
        assertThat(log.passedOver(RefusalCause.EXPIRED)).isEqualTo(999);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        refuse(RefusalCause.EXPIRED);
        assertThat(log.written()).isEqualTo(2);
        assertThat(log.passedOver(RefusalCause.EXPIRED)).isZero();
    }

    @Test
    void causesDoNotHideOneAnother() {
        refuse(RefusalCause.EXPIRED);
        refuse(RefusalCause.SIGNATURE_INVALID);

        assertThat(log.written()).isEqualTo(2);
    }
}
