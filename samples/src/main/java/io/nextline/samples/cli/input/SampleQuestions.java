package io.nextline.samples.cli.input;

import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import java.util.ArrayList;
import java.util.List;

/** Asks about sample patients: when the chart is opened, and when drafts are about to be signed. */
public final class SampleQuestions {

    private final RecordReader reader = new RecordReader(ReadLimits.forFiles());
    private final DraftFiles draftFiles = new DraftFiles();

    /** Returns what is asked when the chart is opened. */
    public Question chartOpened(SampleCase sample, Layer layer) {
        return question(sample, List.of(), layer);
    }

    /** Returns what is asked when the drafts of a variant are about to be signed. */
    public Question signing(SampleCase sample, SampleCase.Variant variant, Layer layer) {
        List<Resource> drafts = new ArrayList<>();
        for (String file : variant.files()) {
            drafts.addAll(draftFiles.read(InputFile.bundled(sample.folder() + "/" + file)));
        }
        return question(sample, drafts, layer);
    }

    private Question question(SampleCase sample, List<Resource> drafts, Layer layer) {
        PatientRecord record =
                InputFile.bundled(sample.folder() + "/bundle.json").read(reader::read);
        return new Question(sample.folder(), HookCall.of(record).with(drafts), sample.asOf(), layer);
    }
}
