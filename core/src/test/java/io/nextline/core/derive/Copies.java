package io.nextline.core.derive;

import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.MedicationAdministration;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import org.jspecify.annotations.Nullable;

/** Copies of entries under another id, as a second feed sends them, or with another status. */
final class Copies {

    private Copies() {}

    /** Returns the copy; a null status keeps the entry's own. */
    static Resource under(Resource entry, String prefix, @Nullable String status) {
        ResourceHeader own = entry.header();
        ResourceHeader header = new ResourceHeader(own.resourceType(), prefix + own.id(), null, own.lastUpdated());
        if (entry instanceof Observation o) {
            return new Observation(
                    header,
                    status == null ? o.status() : status,
                    o.category(),
                    o.code(),
                    o.subject(),
                    o.focus(),
                    o.effective(),
                    o.value(),
                    o.dataAbsentReason(),
                    o.interpretation(),
                    o.bodySite(),
                    o.method(),
                    o.referenceRange(),
                    o.component(),
                    o.note());
        }
        if (entry instanceof DiagnosticReport r) {
            return new DiagnosticReport(
                    header,
                    status == null ? r.status() : status,
                    r.category(),
                    r.code(),
                    r.subject(),
                    r.effective(),
                    r.conclusion(),
                    r.conclusionCode());
        }
        return entry instanceof Condition c ? condition(c, header) : therapy(entry, header);
    }

    private static Condition condition(Condition c, ResourceHeader header) {
        return new Condition(
                header,
                c.clinicalStatus(),
                c.verificationStatus(),
                c.category(),
                c.code(),
                c.bodySite(),
                c.subject(),
                c.onset(),
                c.abatement(),
                c.recordedDate(),
                c.stage(),
                c.extension());
    }

    private static Resource therapy(Resource entry, ResourceHeader header) {
        if (entry instanceof MedicationAdministration a) {
            return new MedicationAdministration(
                    header,
                    a.status(),
                    a.statusReason(),
                    a.content(),
                    a.subject(),
                    a.occurrence(),
                    a.category(),
                    a.reasonCode(),
                    a.extension());
        }
        MedicationRequest m = (MedicationRequest) entry;
        return new MedicationRequest(
                header,
                m.status(),
                m.statusReason(),
                m.intent(),
                m.doNotPerform(),
                m.reported(),
                m.content(),
                m.subject(),
                m.authoredOn(),
                m.timing(),
                m.validityPeriod(),
                m.category(),
                m.reasonCode(),
                m.basedOn(),
                m.supportingInformation(),
                m.extension());
    }
}
