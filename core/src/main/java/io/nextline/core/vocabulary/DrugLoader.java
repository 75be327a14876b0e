package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code drugs.json}: the drugs, their codes and names, special products, and the words around drug names. */
final class DrugLoader {

    private static final String RXNORM = "rxnorm";
    private static final Set<String> DRUG_FIELDS = Set.of(
            "name",
            "classes",
            "role",
            "investigational",
            "intravenous",
            "advancedOnly",
            "names",
            "brands",
            "codes",
            "note");
    private static final Set<String> PRODUCT_FIELDS = Set.of(
            "id",
            "drug",
            "brands",
            "words",
            "routes",
            "routeCodes",
            "reasons",
            "reasonCodes",
            "codes",
            "note",
            "otherUse");
    private static final Set<String> COMBINATION_FIELDS = Set.of("drugs", "names", "brands", "codes");
    private static final Set<String> CODE_FIELDS = Set.of("system", "codes", "mark", "source", "note");

    private final DataNode file;
    private final Codes<DrugCode> codes;
    private final Codes<DrugCode> routeCodes;
    private final Codes<CodeGroup> groups;
    private final CodeSystems systems;
    private final PhraseScanner<DrugTerm> scanner;
    private final PhraseTrie stems = new PhraseTrie();
    private final PhraseTrie stopping = new PhraseTrie();
    private final Map<String, Drug> drugs = new LinkedHashMap<>();
    private final Map<String, DrugCode> products = new LinkedHashMap<>();
    private final List<Drug> routed = new ArrayList<>();
    private final DrugClasses classes;

    DrugLoader(CodeSystems systems, DataNode file) {
        this.file = file.only(Set.of(
                "classes", "drugs", "combinations", "products", "codeGroups", "placeholders", "words", "negation"));
        this.systems = systems;
        this.groups = new Codes<>(systems);
        this.codes = new Codes<>(systems);
        this.routeCodes = new Codes<>(systems);
        this.scanner = new PhraseScanner<>(Negation.read(file.get("negation")), new PhraseTrie(true));
        this.classes = new DrugClasses(file.get("classes"));
        file.list("drugs").forEach(this::drug);
        file.list("combinations").forEach(this::combination);
        file.list("products").forEach(this::product);
        for (DataNode row : file.list("codeGroups")) {
            row.only(Set.of("system", "prefixes", "means", "mark", "source", "note"));
            Codes.mark(row);
            groups.addPrefixes(row, Ids.required(row, "means", CodeGroup.IDS, CodeGroup.OTHER_MEDICATION));
        }
        for (DataNode row : file.list("placeholders")) {
            addCode(row, new DrugCode(List.of(), null, false, "", null));
        }
        DataNode words = file.get("words");
        phrases(words, "diluents", DrugTerm.Kind.DILUENT);
        phrases(words, "blinding", DrugTerm.Kind.BLINDING);
        phrases(words, "studyDrug", DrugTerm.Kind.STUDY_DRUG);
        phrases(words, "fillers", DrugTerm.Kind.FILLER);
        words.texts("stopping").forEach(phrase -> stopping.add(phrase, 0));
        for (String stem : words.texts("oncologyStems")) {
            stems.add(new StringBuilder(stem).reverse().toString(), 0);
        }
    }

    private void drug(DataNode row) {
        row.only(DRUG_FIELDS);
        String name = row.text("name");
        Drug drug = new Drug(
                name,
                row.texts("classes"),
                classes.groupsOf(row),
                role(row),
                row.flag("investigational"),
                row.flag("intravenous"),
                row.texts("advancedOnly"));
        if (drugs.put(name, drug) != null) {
            row.problem("the drug " + name + " stands twice");
        }
        DrugTerm named = new DrugTerm(DrugTerm.Kind.NAME, List.of(drug), null);
        phrase(row, name, named);
        add(row, "names", named);
        add(row, "brands", new DrugTerm(DrugTerm.Kind.BRAND, List.of(drug), null));
        codes(row, meaning(List.of(drug)));
    }

    private static Drug.Role role(DataNode row) {
        String role = row.textOrNull("role");
        for (Drug.Role known : Drug.Role.values()) {
            if (role != null && known.name().toLowerCase(Locale.ROOT).equals(role)) {
                return known;
            }
        }
        row.problem("role must be antineoplastic, supportive, hormonal or other");
        return Drug.Role.OTHER;
    }

    private void combination(DataNode row) {
        row.only(COMBINATION_FIELDS);
        List<Drug> parts = new ArrayList<>();
        for (String name : row.texts("drugs")) {
            named(row, name, parts);
        }
        add(row, "names", new DrugTerm(DrugTerm.Kind.NAME, List.copyOf(parts), null));
        add(row, "brands", new DrugTerm(DrugTerm.Kind.BRAND, List.copyOf(parts), null));
        codes(row, meaning(parts));
    }

    private void product(DataNode row) {
        row.only(PRODUCT_FIELDS);
        List<Drug> of = new ArrayList<>();
        named(row, row.text("drug"), of);
        String note = row.text("note");
        boolean otherUse = row.flag("otherUse");
        DrugCode code = new DrugCode(List.copyOf(of), note, otherUse, "", null);
        products.put(row.text("id"), code);
        add(row, "brands", term(otherUse ? DrugTerm.Kind.OTHER_USE_BRAND : DrugTerm.Kind.BRAND, code));
        add(row, "words", term(DrugTerm.Kind.OTHER_USE_WORD, code));
        circumstances(row, code);
        codes(row, code);
    }

    /** Routes and reasons by which a drug is not given against cancer. */
    private void circumstances(DataNode row, DrugCode code) {
        boolean any = false;
        for (String key : List.of("routeCodes", "reasonCodes")) {
            for (DataNode circumstance : row.list(key)) {
                routeCodes.add(circumstance.only(CODE_FIELDS), code);
                any = true;
            }
        }
        for (String key : List.of("routes", "reasons")) {
            add(row, key, term(DrugTerm.Kind.OTHER_USE_ROUTE, code));
            any |= row.get(key).isPresent();
        }
        if (any) {
            routed.addAll(code.drugs());
        }
    }

    private static DrugTerm term(DrugTerm.Kind kind, DrugCode code) {
        return new DrugTerm(kind, code.drugs(), code.product());
    }

    private void named(DataNode row, String name, List<Drug> into) {
        Drug drug = drugs.get(name);
        if (drug == null) {
            row.problem("the drug " + name + " is not among the drugs");
        } else {
            into.add(drug);
        }
    }

    private void add(DataNode row, String key, DrugTerm term) {
        for (String text : row.texts(key)) {
            phrase(row, text, term);
        }
    }

    private void phrases(DataNode words, String key, DrugTerm.Kind kind) {
        DrugTerm term = DrugTerm.plain(kind);
        for (String text : words.texts(key)) {
            phrase(words, text, term);
        }
    }

    private void phrase(DataNode row, String text, DrugTerm term) {
        if (!scanner.add(text, term)) {
            row.problem("the phrase '" + text + "' is also a word of negation");
        }
    }

    private void codes(DataNode row, DrugCode meaning) {
        for (DataNode code : row.list("codes")) {
            addCode(code, meaning);
        }
    }

    private void addCode(DataNode row, DrugCode meaning) {
        String system = row.only(CODE_FIELDS).text("system");
        codes.add(row, meaning.in(systems.name(system), system.equals(RXNORM) ? TermType.IN.words() : null));
    }

    private static DrugCode meaning(List<Drug> drugs) {
        return new DrugCode(List.copyOf(drugs), null, false, "", null);
    }

    /**
     * Adds a row of the product table.
     *
     * @return what is wrong with it, or null
     */
    @Nullable String productRow(List<String> names, String product, TermType level, List<String> rxcuis) {
        DrugCode of = product.isEmpty() ? plain(names) : products.get(product);
        if (of == null) {
            return "names a drug or product that drugs.json does not list";
        }
        DrugCode meaning = of.in(systems.name(RXNORM), level.words());
        for (String rxcui : rxcuis) {
            if (!codes.put(RXNORM, rxcui, meaning)) {
                return "the RxCUI " + rxcui + " has another meaning elsewhere";
            }
        }
        return null;
    }

    private @Nullable DrugCode plain(List<String> names) {
        List<Drug> found = new ArrayList<>();
        for (String name : names) {
            Drug drug = drugs.get(name);
            if (drug == null) {
                return null;
            }
            found.add(drug);
        }
        return meaning(found);
    }

    DrugVocabulary vocabulary() {
        if (drugs.isEmpty()) {
            file.problem("lists no drugs");
        }
        return new DrugVocabulary(drugs.values(), classes.classes(), classes.groups());
    }

    DrugRecogniser recogniser() {
        return new DrugRecogniser(codes, routeCodes, groups, scanner, stems, stopping, routed);
    }
}
