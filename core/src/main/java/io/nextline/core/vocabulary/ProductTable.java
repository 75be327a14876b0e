package io.nextline.core.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rxnorm.tsv}: the RxNorm products (clinical and branded drugs, components, forms, packs, brand names, precise
 * ingredients) by ingredient. Columns: ingredients joined by a plus sign, product id or nothing, term type, mark, source, RxCUIs
 * separated by spaces. Lines that begin with a number sign are remarks.
 */
final class ProductTable {

    static final String FILE = "rxnorm.tsv";
    private static final int COLUMNS = 6;

    private ProductTable() {}

    static void read(VocabularySource source, DrugLoader drugs, List<VocabularyProblem> problems) {
        try (InputStream in = source.open(FILE)) {
            if (in == null) {
                problems.add(new VocabularyProblem(FILE, "", "the file is missing"));
                return;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String fault = line.isEmpty() || line.startsWith("#") ? null : row(line, drugs);
                if (fault != null) {
                    problems.add(new VocabularyProblem(FILE, ":" + number, fault));
                }
            }
        } catch (IOException e) {
            problems.add(new VocabularyProblem(FILE, "", "not readable: " + e.getMessage()));
        }
    }

    private static @Nullable String row(String line, DrugLoader drugs) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            return "needs " + COLUMNS + " columns, has " + cells.length;
        }
        if (cells[3].equals("U")) {
            return null;
        }
        if (!cells[3].equals("V") || cells[4].isEmpty()) {
            return "needs a mark (V or U) and a source tag";
        }
        TermType level = TermType.of(cells[2]);
        if (level == null) {
            return "has a term type that RxNorm does not have";
        }
        return drugs.productRow(List.of(cells[0].split("\\+")), cells[1], level, List.of(cells[5].split(" ")));
    }
}
