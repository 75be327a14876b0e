package io.nextline.samples.cli;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.fhir.evidence.EvidenceExport;
import io.nextline.fhir.evidence.FhirResource;
import io.nextline.fhir.evidence.FhirVersion;
import io.nextline.samples.cli.evidence.CriterionText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: the evidence base as FHIR resources. */
@Command(
        name = "export",
        header = "Writes the evidence base as FHIR resources.",
        description = {
            "%nOne JSON file for each resource, named Type-id.json, and Bundle-nextline-evidence.json with all of them: a",
            "transaction that puts each under its own id. R4 says less than R5; only R5 can be read back by 'import'.%n"
        },
        footer = {"%nExamples:", "  nextline export --fhir r5 evidence-r5"})
final class ExportCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--fhir",
            paramLabel = "r4|r5",
            required = true,
            converter = FhirVersionConverter.class,
            description = "The FHIR version to write: 4.0.1 or 5.0.0.")
    private FhirVersion version = FhirVersion.R5;

    @Parameters(paramLabel = "DIR", description = "The folder to write to; it is made if it is not there.")
    private Path folder = Path.of("");

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        EvidenceExport export = new EvidenceExport(CriterionText::of);
        EvidenceBase base = EvidenceBase.bundled();
        List<FhirResource> resources = export.resources(base, version);
        try {
            Files.createDirectories(folder);
            warnOfOthers(resources);
            for (FhirResource resource : resources) {
                write(resource);
            }
            write(export.bundle(resources));
        } catch (IOException unwritable) {
            throw new UsageException(folder + " cannot be written to; name a folder you may write to");
        }
        console.screen()
                .print("Wrote " + resources.size() + " resources of FHIR " + version.number()
                        + ", and the Bundle of them, to " + folder + " (evidence base " + base.version() + ").");
        return ExitCode.DONE;
    }

    private void write(FhirResource resource) throws IOException {
        Files.write(folder.resolve(resource.fileName()), resource.bytes());
    }

    /** What an older export left would be taken for part of this one. */
    private void warnOfOthers(List<FhirResource> resources) throws IOException {
        Set<String> ours = new HashSet<>(Set.of("Bundle-nextline-evidence.json"));
        resources.forEach(resource -> ours.add(resource.fileName()));
        try (Stream<Path> files = Files.list(folder)) {
            long others = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json") && !ours.contains(name))
                    .count();
            if (others > 0) {
                console.warn(folder + " holds " + others + " other JSON files, which stay as they are.");
            }
        }
    }
}
