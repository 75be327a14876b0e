package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole vocabulary: every code, name and pattern by which records are understood. Immutable and safe for any thread; loading
 * takes some milliseconds, so load it once.
 */
public final class Vocabulary {

    private final DrugVocabulary drugs;
    private final DrugRecogniser recogniser;
    private final DiagnosisVocabulary diagnoses;
    private final HistologyVocabulary histologies;
    private final SiteVocabulary sites;
    private final ProcedureVocabulary procedures;
    private final ObservationVocabulary observations;
    private final StatusVocabulary statuses;
    private final StageVocabulary stages;
    private final CircumstanceVocabulary circumstances;
    private final BiomarkerVocabulary biomarkers;
    private final PerformanceVocabulary performance;

    private Vocabulary(VocabularySource source, List<VocabularyProblem> problems) {
        CodeSystems systems = new CodeSystems(DataNode.read(source, "systems.json", problems));
        DrugLoader loader = new DrugLoader(systems, DataNode.read(source, "drugs.json", problems));
        ProductTable.read(source, loader, problems);
        drugs = loader.vocabulary();
        recogniser = loader.recogniser();
        sites = new SiteVocabulary(systems, DataNode.read(source, "sites.json", problems));
        histologies = new HistologyVocabulary(systems, DataNode.read(source, "histologies.json", problems));
        diagnoses =
                new DiagnosisVocabulary(systems, DataNode.read(source, "diagnoses.json", problems), histologies, sites);
        procedures = new ProcedureVocabulary(systems, DataNode.read(source, "procedures.json", problems), sites);
        LabUnits units = new LabUnits(DataNode.read(source, "labs.json", problems));
        observations = new ObservationVocabulary(systems, DataNode.read(source, "observations.json", problems), units);
        statuses = new StatusVocabulary(systems, DataNode.read(source, "statuses.json", problems));
        stages = new StageVocabulary(systems, DataNode.read(source, "stages.json", problems));
        circumstances = new CircumstanceVocabulary(systems, DataNode.read(source, "circumstances.json", problems));
        biomarkers = new BiomarkerVocabulary(systems, DataNode.read(source, "biomarkers.json", problems));
        performance = new PerformanceVocabulary(systems, DataNode.read(source, "performance.json", problems));
    }

    /** Loads the vocabulary that comes with the library. */
    public static Vocabulary load() {
        return load(VocabularySource.bundled());
    }

    /**
     * Loads a vocabulary.
     *
     * @throws VocabularyException naming every problem in every file
     */
    public static Vocabulary load(VocabularySource source) {
        List<VocabularyProblem> problems = new ArrayList<>();
        Vocabulary vocabulary = new Vocabulary(source, problems);
        if (!problems.isEmpty()) {
            throw new VocabularyException(problems);
        }
        return vocabulary;
    }

    /** Returns the drugs and their classes. */
    public DrugVocabulary drugs() {
        return drugs;
    }

    /** Returns what recognises drugs in medications. */
    public DrugRecogniser recogniser() {
        return recogniser;
    }

    /** Returns the cancers. */
    public DiagnosisVocabulary diagnoses() {
        return diagnoses;
    }

    /** Returns the histologies. */
    public HistologyVocabulary histologies() {
        return histologies;
    }

    /** Returns the body sites. */
    public SiteVocabulary sites() {
        return sites;
    }

    /** Returns the procedures. */
    public ProcedureVocabulary procedures() {
        return procedures;
    }

    /** Returns the observations and laboratory units. */
    public ObservationVocabulary observations() {
        return observations;
    }

    /** Returns disease status, stop reasons and intents. */
    public StatusVocabulary statuses() {
        return statuses;
    }

    /** Returns death, pregnancy, lactation and comfort care. */
    public CircumstanceVocabulary circumstances() {
        return circumstances;
    }

    /** Returns the biomarkers and how their results are written. */
    public BiomarkerVocabulary biomarkers() {
        return biomarkers;
    }

    /** Returns the coded answers of the performance scales. */
    public PerformanceVocabulary performance() {
        return performance;
    }

    /** Returns the stages. */
    public StageVocabulary stages() {
        return stages;
    }
}
