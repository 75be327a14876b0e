package io.nextline.core.evidence;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.trial.JsonTree;
import io.nextline.core.trial.Problem;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Parses the JSON of evidence files. Files that the build has checked are read with the tokeniser of patient records: Jackson's
 * would keep the compiler of a virtual machine that has just been launched busy for longer than all the reading takes. Where that
 * one gives up, Jackson's, which words faults for authors, reads the file once more.
 */
final class EvidenceJson {

    private static final JsonTree TREES = new JsonTree();
    private static final RecordReader RECORDS = new RecordReader(ReadLimits.forFiles());

    private EvidenceJson() {}

    /** Returns the object that the file holds, or null after its problem has been noted. */
    static @Nullable JsonNode read(String file, byte[] json, List<Problem> problems) {
        try {
            return object(file, TREES.read(json), problems);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            problems.add(new Problem(file, "$", "is not readable JSON" + place + ": " + e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(new Problem(file, "$", "is not readable text; save it as UTF-8"));
        }
        return null;
    }

    /** Returns the same, and sooner, of a file that the build has checked. */
    static @Nullable JsonNode readChecked(String file, byte[] json, List<Problem> problems) {
        try (JsonParser parser = RECORDS.open(json)) {
            return object(file, JsonTree.read(parser), problems);
        } catch (IOException | UnreadableRecordException broken) {
            return read(file, json, problems);
        }
    }

    /** Returns the object that one of these files holds, or null after its problem has been noted. */
    static @Nullable JsonNode read(EvidenceFiles files, String name, byte[] json, List<Problem> problems) {
        return files.checked() ? readChecked(name, json, problems) : read(name, json, problems);
    }

    /** Returns the objects of many files by file name, less those whose problem has been noted. */
    static SortedMap<String, JsonNode> readAll(EvidenceFiles files, String folder, List<Problem> problems) {
        SortedMap<String, byte[]> contents = files.folder(folder);
        if (contents.isEmpty()) {
            problems.add(missing(folder));
        }
        SortedMap<String, JsonNode> read = new TreeMap<>();
        contents.forEach((name, content) -> {
            JsonNode json = read(files, name, content, problems);
            if (json != null) {
                read.put(name, json);
            }
        });
        return read;
    }

    /** Returns what is wrong where a folder has no files. */
    static Problem missing(String folder) {
        return new Problem(folder, "$", "is missing or holds no JSON file");
    }

    private static @Nullable JsonNode object(String file, JsonNode node, List<Problem> problems) {
        if (node.isObject()) {
            return node;
        }
        problems.add(new Problem(file, "$", "needs a JSON object"));
        return null;
    }
}
