package io.nextline.core.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes to the resources of a history that must not change its lines. Deterministic: every choice hangs on the seed. */
final class GoldenVariants {

    private static final Set<String> THERAPY =
            Set.of("MedicationAdministration", "MedicationDispense", "MedicationRequest", "MedicationStatement");
    private static final List<String> UNITS = List.of("MG", "milligram", "mg/dose", "Milligramm", "mg.");
    private static final int SPLIT_DAYS = 7;

    private GoldenVariants() {}

    static List<ObjectNode> shuffled(List<ObjectNode> resources, long seed) {
        List<ObjectNode> shuffled = new ArrayList<>(resources);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Every row of therapy twice, under another id. */
    static List<ObjectNode> repeated(List<ObjectNode> resources) {
        List<ObjectNode> repeated = new ArrayList<>(resources);
        for (ObjectNode use : resources) {
            if (isTherapy(use)) {
                repeated.add(copy(use, "again"));
            }
        }
        return repeated;
    }

    /** Each dose as order, dispense and statement, too, and each order in force as a statement: a second source of the same events. */
    static List<ObjectNode> fromTwoFeeds(List<ObjectNode> resources) {
        List<ObjectNode> all = new ArrayList<>(resources);
        for (ObjectNode use : resources) {
            String day = day(use);
            switch (type(use)) {
                case "MedicationAdministration", "MedicationDispense" -> {
                    if ("completed".equals(use.path("status").asText()) && day != null) {
                        all.add(as(use, "MedicationRequest", "authoredOn", day).put("intent", "order"));
                        all.add(as(use, "MedicationDispense", "whenHandedOver", day));
                        ObjectNode statement = as(use, "MedicationStatement", "dateAsserted", day);
                        statement.putObject("effectivePeriod").put("start", day).put("end", day);
                        all.add(statement);
                    }
                }
                case "MedicationRequest" -> all.add(copy(use, "feed"));
                default -> {}
            }
        }
        return all;
    }

    /** A copy entered in error of every row, some on other days: a trace of a slip that was put right. */
    static List<ObjectNode> withRetractedCopies(List<ObjectNode> resources, long seed) {
        Random random = new Random(seed);
        List<ObjectNode> all = new ArrayList<>(resources);
        for (ObjectNode resource : resources) {
            if (isTherapy(resource) || Set.of("Observation", "Procedure").contains(type(resource))) {
                ObjectNode retracted = copy(resource, "error").put("status", "entered-in-error");
                String day = day(resource);
                if (day != null && day.length() == 10 && random.nextBoolean()) {
                    date(
                            retracted,
                            LocalDate.parse(day).plusDays(random.nextInt(500)).toString());
                }
                all.add(retracted);
            } else if (type(resource).equals("Condition")) {
                ObjectNode retracted = copy(resource, "error");
                retracted
                        .putObject("verificationStatus")
                        .putArray("coding")
                        .addObject()
                        .put("code", "entered-in-error");
                all.add(retracted);
            }
        }
        return all;
    }

    /** Doses in other words for the same unit. */
    static List<ObjectNode> inOtherUnits(List<ObjectNode> resources, long seed) {
        Random random = new Random(seed);
        List<ObjectNode> changed = deepCopy(resources);
        for (ObjectNode use : changed) {
            if (use.path("dosage").path("dose") instanceof ObjectNode dose) {
                dose.put("unit", UNITS.get(random.nextInt(UNITS.size())));
            }
        }
        return changed;
    }

    /** A product's RxNorm code, an ATC code or a brand in place of the ingredient. */
    static List<ObjectNode> byOtherNames(List<ObjectNode> resources, long seed) {
        Random random = new Random(seed);
        List<ObjectNode> changed = deepCopy(resources);
        for (ObjectNode use : changed) {
            JsonNode concept = use.path("medicationCodeableConcept");
            JsonNode drug = GoldenHistory.drug(concept.path("text").asText());
            if (concept instanceof ObjectNode named && drug.has("rxnorm")) {
                rename(named, drug, random.nextInt(3));
            }
        }
        return changed;
    }

    private static void rename(ObjectNode concept, JsonNode drug, int how) {
        if (how == 0 && drug.has("product")) {
            ((ObjectNode) concept.path("coding").get(0))
                    .put("code", drug.path("product").asText());
            concept.remove("text");
        } else if (how == 1 && drug.has("atc")) {
            ((ObjectNode) concept.path("coding").get(0))
                    .put("system", "http://www.whocc.no/atc")
                    .put("code", drug.path("atc").asText());
            concept.remove("text");
        } else {
            concept.remove("coding");
            concept.put("text", drug.path("brand").asText());
        }
    }

    /** Each order as two: one now, one a week later that goes on, unless something else happened in that week. */
    static List<ObjectNode> withSplitOrders(List<ObjectNode> resources) {
        List<ObjectNode> split = new ArrayList<>();
        for (ObjectNode use : resources) {
            split.add(use);
            String day = day(use);
            boolean order = type(use).equals("MedicationRequest")
                    && "order".equals(use.path("intent").asText())
                    && Set.of("active", "stopped", "completed")
                            .contains(use.path("status").asText());
            if (order && day != null && day.length() == 10 && isQuiet(resources, LocalDate.parse(day))) {
                split.set(split.size() - 1, ended(use));
                ObjectNode second = copy(use, "second");
                date(second, LocalDate.parse(day).plusDays(SPLIT_DAYS).toString());
                split.add(second);
            }
        }
        return split;
    }

    private static ObjectNode ended(ObjectNode order) {
        ObjectNode first = order.deepCopy();
        first.remove("statusReason");
        return first.put("status", "completed");
    }

    private static boolean isQuiet(List<ObjectNode> resources, LocalDate from) {
        LocalDate to = from.plusDays(SPLIT_DAYS + 1L);
        return resources.stream()
                .map(GoldenVariants::day)
                .noneMatch(day -> day != null
                        && day.length() == 10
                        && LocalDate.parse(day).isAfter(from)
                        && !LocalDate.parse(day).isAfter(to));
    }

    /** A further dose or refill of the same kind halfway between two of one drug that lie close together. */
    static List<ObjectNode> withRefills(List<ObjectNode> resources, int mostDays) {
        List<ObjectNode> all = new ArrayList<>(resources);
        for (ObjectNode use : resources) {
            LocalDate day = refillable(use);
            LocalDate next = day == null ? null : next(resources, use, day);
            boolean close = day != null && next != null && ChronoUnit.DAYS.between(day, next) <= mostDays;
            if (close && !somethingElseBetween(resources, day, next)) {
                ObjectNode refill = copy(use, "refill");
                date(
                        refill,
                        day.plusDays(ChronoUnit.DAYS.between(day, next) / 2).toString());
                all.add(refill);
            }
        }
        return all;
    }

    /** Another drug that begins between the two may begin a line, whose predecessor the refill would lengthen. */
    private static boolean somethingElseBetween(List<ObjectNode> resources, LocalDate from, LocalDate to) {
        return resources.stream()
                .map(GoldenVariants::day)
                .filter(day -> day != null && day.length() == 10)
                .map(LocalDate::parse)
                .anyMatch(day -> day.isAfter(from) && day.isBefore(to));
    }

    private static @Nullable LocalDate refillable(ObjectNode use) {
        String day = day(use);
        boolean dose = Set.of("MedicationAdministration", "MedicationDispense").contains(type(use));
        boolean given = "completed".equals(use.path("status").asText());
        return dose && given && day != null && day.length() == 10 ? LocalDate.parse(day) : null;
    }

    private static @Nullable LocalDate next(List<ObjectNode> resources, ObjectNode use, LocalDate day) {
        LocalDate next = null;
        for (ObjectNode other : resources) {
            LocalDate later = type(other).equals(type(use)) ? refillable(other) : null;
            boolean same = other.path("medicationCodeableConcept").equals(use.path("medicationCodeableConcept"));
            if (same && later != null && later.isAfter(day) && (next == null || later.isBefore(next))) {
                next = later;
            }
        }
        return next;
    }

    private static boolean isTherapy(ObjectNode resource) {
        return THERAPY.contains(type(resource));
    }

    private static String type(ObjectNode resource) {
        return resource.path("resourceType").asText();
    }

    private static @Nullable String day(ObjectNode resource) {
        for (String field : List.of("effectiveDateTime", "whenHandedOver", "authoredOn", "performedDateTime")) {
            if (resource.has(field)) {
                return resource.path(field).asText();
            }
        }
        return null;
    }

    private static void date(ObjectNode resource, String day) {
        for (String field : List.of("effectiveDateTime", "whenHandedOver", "authoredOn", "performedDateTime")) {
            if (resource.has(field)) {
                resource.put(field, day);
            }
        }
    }

    private static ObjectNode copy(ObjectNode resource, String mark) {
        ObjectNode copy = resource.deepCopy();
        return copy.put("id", mark + "-" + resource.path("id").asText());
    }

    private static ObjectNode as(ObjectNode use, String type, String field, String day) {
        ObjectNode other = GoldenShorthand.JSON.createObjectNode();
        other.put("resourceType", type).put("id", "feed-" + use.path("id").asText());
        other.put("status", "completed").put(field, day);
        other.set("subject", use.path("subject"));
        other.set("medicationCodeableConcept", use.path("medicationCodeableConcept"));
        return other;
    }

    private static List<ObjectNode> deepCopy(List<ObjectNode> resources) {
        return new ArrayList<>(resources.stream().map(ObjectNode::deepCopy).toList());
    }
}
