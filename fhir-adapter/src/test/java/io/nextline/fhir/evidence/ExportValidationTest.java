package io.nextline.fhir.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.evidence.EvidenceBase;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exported resources pass HL7's validator in both versions: all of them in the profile, one of each kind in every build. */
final class ExportValidationTest {

    @ParameterizedTest
    @EnumSource
    void oneResourceOfEachKindPassesTheOfficialValidator(FhirVersion version) {
        List<FhirResource> resources = exported(version);
        List<FhirResource> some =
                resources.stream().filter(ExportValidationTest::isChosen).toList();

        assertThat(some.stream().map(FhirResource::type).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        resources.stream().map(FhirResource::type).distinct().toList());
        passes(version, resources, some);
    }

    @Tag("fhir-validation")
    @ParameterizedTest
    @EnumSource
    void everyResourcePassesTheOfficialValidator(FhirVersion version) {
        List<FhirResource> resources = exported(version);

        passes(version, resources, resources);
        System.out.println(version.id() + ": " + resources.size() + " resources, no error");
    }

    private static void passes(FhirVersion version, List<FhirResource> all, List<FhirResource> validated) {
        OfficialValidator validator = OfficialValidator.of(version, all);

        assertThat(validated.stream()
                        .flatMap(each -> validator.errors(each).stream())
                        .limit(30))
                .isEmpty();
    }

    /** CheckMate-025 has an interval of 98.5 %, CONTACT-03 bounds that could not be estimated and both harms and doses. */
    private static boolean isChosen(FhirResource resource) {
        return switch (resource.type()) {
            case "CodeSystem" -> resource.id().equals("disease");
            case "StructureDefinition" -> resource.id().equals("evidence-printed");
            case "PlanDefinition" -> resource.id().equals("ds-1");
            case "Library" -> true;
            default -> resource.id().matches("checkmate-025-(os|orr).*|contact-03|contact-03-(arm|os|serious|pop).*");
        };
    }

    private static List<FhirResource> exported(FhirVersion version) {
        return new EvidenceExport(String::valueOf).resources(EvidenceBase.bundled(), version);
    }
}
