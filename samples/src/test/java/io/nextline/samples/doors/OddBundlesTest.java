package io.nextline.samples.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles made at random from a seed, first merely unusual and then odd in one field, are the same through either door. */
class OddBundlesTest {

    private static final int BUNDLES = 150;
    private static final int ODD_RESOURCES = 400;
    private static final int ENTRIES = 14;

    private static ObjectNode bundle() {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle");
        bundle.put("type", "collection").putArray("entry");
        return bundle;
    }

    private static void add(ObjectNode bundle, ObjectNode resource) {
        String url =
                "https://ehr.example.org/r4/" + resource.get("resourceType").asText() + "/"
                        + resource.get("id").asText();
        ((ArrayNode) bundle.get("entry")).addObject().put("fullUrl", url).set("resource", resource);
    }

    @ParameterizedTest
    @EnumSource
    void unusualBundleIsTheSameThroughEveryDoor(Release release) {
        for (int seed = 0; seed < BUNDLES; seed++) {
            RandomResources resources = new RandomResources(new Chance(seed));
            ObjectNode bundle = bundle();
            for (int i = 0; i < ENTRIES; i++) {
                add(bundle, release.shaped(resources.any(i)));
            }
            String json = bundle.toString();
            PatientRecord expected = Doors.sorted(Doors.core(json));
            assertThat(Doors.sorted(Doors.bytesThroughHapi(release, json)))
                    .as("JSON, seed %d", seed)
                    .isEqualTo(expected);
            assertThat(Doors.sorted(Doors.objectsOfHapi(release, json)))
                    .as("objects, seed %d", seed)
                    .isEqualTo(expected);
            assertThat(Doors.sorted(Doors.bytesThroughHapi(release, AsXml.of(json))))
                    .as("XML, seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    static List<Arguments> oddities() {
        return Stream.of(Oddity.values())
                .flatMap(oddity -> Stream.of(Release.R4, Release.R5).map(release -> Arguments.of(oddity, release)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void oddFieldIsTheSameThroughEitherDoor(Oddity oddity, Release release) {
        for (int seed = 0; seed < ODD_RESOURCES; seed++) {
            Chance chance = new Chance(seed);
            ObjectNode resource = release.shaped(new RandomResources(chance).any(seed));
            String name = oddity.strike(resource, chance);
            ObjectNode bundle = bundle();
            add(bundle, resource);
            String json = bundle.toString().replace(Oddity.AGAIN, "");
            PatientRecord expected = Doors.sorted(Doors.core(json));
            PatientRecord read = Doors.sorted(Doors.bytesThroughHapi(release, json));
            if (!isNamed(oddity, name, read)) {
                assertThat(read)
                        .as("%s in %s, seed %d, field %s", oddity, release, seed, name)
                        .isEqualTo(expected);
            }
        }
    }

    // Both set aside what core reads; NamedDifferencesTest has the reasons.
    private static boolean isNamed(Oddity oddity, String name, PatientRecord read) {
        return switch (oddity) {
            case TWICE -> isSetAside(read, Kind.DUPLICATE_FIELD, name);
            case OBJECT, EMPTY_OBJECT -> isSetAside(read, Kind.WRONG_SHAPE, "supportingInfo.reference");
            case TEXT, EMPTY_TEXT -> name.equals("reference") && isSetAside(read, Kind.WRONG_SHAPE, name);
            default -> false;
        };
    }

    private static boolean isSetAside(PatientRecord read, Kind kind, String element) {
        return read.issues().size() == 1
                && read.issues().get(0).kind() == kind
                && read.issues().get(0).element().endsWith("." + element);
    }
}
