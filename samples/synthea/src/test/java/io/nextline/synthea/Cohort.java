package io.nextline.synthea;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mitre.synthea.engine.Generator;
import org.mitre.synthea.engine.Generator.GeneratorOptions;
import org.mitre.synthea.export.Exporter;
import org.mitre.synthea.export.FhirR4;
import org.mitre.synthea.helpers.Config;
import org.mitre.synthea.world.agents.Person;

/**
 * Generates courses with Synthea: one of our modules, a fixed seed and a fixed end of time, one thread, nothing written to disk.
 * Synthea keeps its settings in static state, so cohorts are made one after the other.
 */
public final class Cohort {

    /** The day on which the generated time ends. */
    public static final LocalDate END = LocalDate.of(2026, 11, 21);

    private static final long SEED = 20261121L;
    private static final int YEARS_OF_HISTORY = 4;
    private static final int MOST_LINES = 5;
    private static final Map<String, String> SETTINGS = Map.of(
            "exporter.fhir.export", "false",
            "exporter.hospital.fhir.export", "false",
            "exporter.practitioner.fhir.export", "false",
            "exporter.metadata.export", "false",
            "generate.log_patients.detail", "none",
            "generate.only_alive_patients", "true");

    private final String module;
    private final Generator generator;

    /** Prepares Synthea for a module, for example {@code nextline_rcc}. */
    public Cohort(String module) {
        this.module = module;
        SETTINGS.forEach(Config::set);
        GeneratorOptions options = new GeneratorOptions();
        options.population = 1;
        options.threadPoolSize = 1;
        options.seed = SEED;
        options.clinicianSeed = SEED;
        options.ageSpecified = true;
        options.minAge = 50;
        options.maxAge = 75;
        options.state = "Massachusetts";
        options.city = "Bedford";
        options.endTime = END.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        options.referenceTime = options.endTime;
        options.localModuleDir = modules();
        options.enabledModules = List.of(module + "*");
        this.generator = new Generator(options);
    }

    /** Returns the first courses of the cohort; the same number gives the same courses. */
    public List<Course> first(int count) {
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            courses.add(course(i));
        }
        return List.copyOf(courses);
    }

    private Course course(int number) {
        Person person = generator.generatePerson(number, SEED + number);
        List<TrueLine> lines = lines(person);
        Person recent = Exporter.filterForExport(person, YEARS_OF_HISTORY, generator.stop);
        String json = FhirR4.convertToFHIRJson(recent, generator.stop);
        return new Course(module + " " + number, json, lines);
    }

    /** Reads what the module noted in attributes of the person, which are no part of the record. */
    private static List<TrueLine> lines(Person person) {
        List<TrueLine> lines = new ArrayList<>();
        for (int line = 1; line <= MOST_LINES; line++) {
            Object noted = person.attributes.get("nextline_line_" + line);
            if (noted != null) {
                String[] settingAndDrugs = noted.toString().split(":", -1);
                Object progression = Objects.requireNonNull(person.attributes.get("nextline_progression_" + line));
                lines.add(new TrueLine(settingAndDrugs[0], settingAndDrugs[1], progression.toString()));
            }
        }
        return lines;
    }

    private static File modules() {
        URL rcc = Objects.requireNonNull(
                Cohort.class.getResource("modules/nextline_rcc.json"), "the modules are missing");
        try {
            return Objects.requireNonNull(Path.of(rcc.toURI()).getParent()).toFile();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the modules are in no folder", impossible);
        }
    }
}
