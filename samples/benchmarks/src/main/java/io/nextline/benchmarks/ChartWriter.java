package io.nextline.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes one patient's chart area by area: metastatic clear cell renal cell carcinoma that progressed on nivolumab with
 * ipilimumab, among rows that have nothing to do with it. Not thread-safe.
 */
final class ChartWriter {

    private static final int CONDITIONS = 40;
    private static final int MEDICATIONS = 100;
    private static final int OBSERVATIONS = 300;
    private static final int PROCEDURES = 30;
    private static final LocalDate DIAGNOSED = LocalDate.of(2025, 1, 14);
    private static final LocalDate STARTED = LocalDate.of(2025, 2, 10);
    private static final LocalDate PROGRESSED = LocalDate.of(2025, 9, 4);

    /** The parts of the chart, each of which answers one query. */
    enum Area {
        CONDITIONS("Condition"),
        MEDICATIONS("MedicationRequest"),
        OBSERVATIONS("Observation"),
        PROCEDURES("Procedure");

        private final String type;

        Area(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    private final Elements elements;
    private final ResourceWriter resources;
    private final int factor;

    ChartWriter(Elements elements, int factor) {
        this.elements = elements;
        this.resources = new ResourceWriter(elements);
        this.factor = factor;
    }

    void patient() throws IOException {
        resources.patient();
    }

    /** Returns how many rows the area has. */
    int rows(Area area) {
        return factor
                * switch (area) {
                    case CONDITIONS -> CONDITIONS;
                    case MEDICATIONS -> MEDICATIONS;
                    case OBSERVATIONS -> OBSERVATIONS;
                    case PROCEDURES -> PROCEDURES;
                };
    }

    /** Writes the area's entries into the array that is open. */
    void entries(Area area) throws IOException {
        JsonGenerator json = elements.json();
        for (int row = 0; row < rows(area); row++) {
            String id = elements.id();
            json.writeStartObject();
            json.writeStringField("fullUrl", "https://ehr.example.org/r4/" + area.type() + "/" + id);
            json.writeFieldName("resource");
            row(area, row, id);
            json.writeEndObject();
        }
    }

    private void row(Area area, int row, String id) throws IOException {
        switch (area) {
            case CONDITIONS -> condition(row, id);
            case MEDICATIONS -> medication(row, id);
            case OBSERVATIONS -> observation(row, id);
            case PROCEDURES -> procedure(row, id);
        }
    }

    private void condition(int row, String id) throws IOException {
        if (row < Rows.CANCER.size()) {
            resources.condition(id, Rows.CANCER.get(row), DIAGNOSED);
        } else {
            resources.condition(id, any(Rows.OTHER_PROBLEMS), elements.day());
        }
    }

    private void medication(int row, String id) throws IOException {
        if (row < Rows.CANCER_DRUGS.size()) {
            resources.medicationRequest(id, Rows.CANCER_DRUGS.get(row), "stopped", STARTED);
        } else {
            resources.medicationRequest(id, any(Rows.OTHER_DRUGS), "active", elements.day());
        }
    }

    private void observation(int row, String id) throws IOException {
        switch (row) {
            case 0 -> resources.progression(id, PROGRESSED);
            case 1 -> resources.performanceStatus(id, PROGRESSED);
            default -> resources.measurement(id, any(Rows.MEASURES), elements.day());
        }
    }

    private void procedure(int row, String id) throws IOException {
        if (row == 0) {
            resources.procedure(id, Rows.NEPHRECTOMY, DIAGNOSED);
        } else {
            resources.procedure(id, any(Rows.OTHER_PROCEDURES), elements.day());
        }
    }

    private <T> T any(List<T> rows) {
        return rows.get(elements.random().nextInt(rows.size()));
    }
}
