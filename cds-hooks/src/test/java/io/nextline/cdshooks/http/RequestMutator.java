package io.nextline.cdshooks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes legal requests, first as trees and sometimes as bytes, in the ways in which clients and attackers get them wrong. */
final class RequestMutator {

    /** Stands in every text that is put in; no answer may hold it. */
    static final String MARK = "zq9mark";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-0",
            "-1",
            "1e5",
            "1e999999999",
            "-1e-999999999",
            "0." + "0".repeat(60) + "1",
            "9".repeat(39),
            "9".repeat(400),
            "1E+30",
            "2.50",
            "[null]",
            "{\"\":null}",
            "[[[[[[[[[[]]]]]]]]]]",
            "[".repeat(60) + "]".repeat(60),
            "[".repeat(500) + "]".repeat(500),
            "{\"a\":".repeat(70) + "1" + "}".repeat(70),
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000" + MARK + "\"",
            "\"\\u202e" + MARK + "\\u200b\"",
            "\"\\ufeff" + MARK + "\"",
            "\"" + MARK.repeat(3_000) + "\"",
            "\"" + MARK + " <img src=x onerror=alert(1)> | # [a](javascript:b)\"",
            "\"" + MARK + " https://x.example\"",
            "\"9999-99-99\"",
            "\"2026-02-30\"",
            "\"0000\"",
            "\"2026-13\"",
            "\"2025\"",
            "\"2025-07-01T25:61:61Z\"",
            "\"+12026-01-01\"",
            "\"entered-in-error\"",
            "\"Patient/somebody\"",
            "\"urn:uuid:" + MARK + "\"",
            "\"#\"",
            "{\"reference\":\"#\"}",
            "{\"resourceType\":\"Bundle\",\"entry\":[{}]}",
            "{\"resourceType\":\"Patient\"}",
            "{\"resourceType\":\"" + MARK + "\"}",
            "{\"resourceType\":7}",
            "{\"value\":1e400,\"unit\":\"" + MARK + "\"}",
            "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"254915003\"},null,7]}");

    private final Random random;

    RequestMutator(long seed) {
        this.random = new Random(seed);
    }

    /** A place in a tree where a value stands. */
    private record Slot(JsonNode parent, String name, int index) {

        JsonNode value() {
            return parent.isObject() ? parent.get(name) : parent.get(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }
    }

    /** Returns the request with one to four changes. */
    byte[] mutate(JsonNode request) {
        JsonNode tree = request.deepCopy();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            change(tree);
        }
        byte[] bytes = text(tree).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(5) == 0 ? changed(bytes) : bytes;
    }

    private void change(JsonNode tree) {
        List<Slot> slots = new ArrayList<>();
        collect(tree, slots);
        if (slots.isEmpty()) {
            return;
        }
        Slot slot = pick(slots);
        switch (random.nextInt(8)) {
            case 0 -> slot.remove();
            case 1 -> slot.set(NODES.nullNode());
            case 2 -> repeat(slot);
            case 3 -> twice(slot);
            case 4 -> swap(slot, pick(slots));
            case 5 -> slot.set(NODES.arrayNode().add(slot.value().deepCopy()));
            default -> slot.set(NODES.rawValueNode(new RawValue(pick(VALUES))));
        }
    }

    private static void collect(JsonNode node, List<Slot> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                into.add(new Slot(node, field.getKey(), 0));
                collect(field.getValue(), into);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            into.add(new Slot(node, "", i));
            collect(node.get(i), into);
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void repeat(Slot slot) {
        if (slot.parent() instanceof ArrayNode array) {
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                array.insert(random.nextInt(array.size() + 1), slot.value().deepCopy());
            }
        } else {
            slot.set(NODES.arrayNode()
                    .add(slot.value().deepCopy())
                    .add(slot.value().deepCopy()));
        }
    }

    /** Gives an object a field that it has already. */
    private void twice(Slot slot) {
        if (slot.parent() instanceof ObjectNode) {
            String value = text(slot.value());
            String again = random.nextBoolean() ? value : pick(VALUES);
            slot.set(NODES.rawValueNode(new RawValue(value + "," + text(NODES.textNode(slot.name())) + ":" + again)));
        }
    }

    // One of them may stand within the other, which would make a tree without an end.
    private static void swap(Slot one, Slot other) {
        JsonNode first = one.value().deepCopy();
        JsonNode second = other.value().deepCopy();
        other.set(first);
        if (one.value() != null) {
            one.set(second);
        }
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] changed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 3 -> (text + pick(VALUES)).getBytes(StandardCharsets.UTF_8);
            case 4 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 5 -> (" \n\t" + text + " \r\n").getBytes(StandardCharsets.UTF_8);
            default -> overwritten(bytes);
        };
    }

    private byte[] overwritten(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int n = 1 + random.nextInt(3); n > 0 && changed.length > 0; n--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
