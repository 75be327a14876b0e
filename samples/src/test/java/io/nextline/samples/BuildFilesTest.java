package io.nextline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is written in more than one build file, held together. */
final class BuildFilesTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void bomHasTheVersionOfTheParent() throws Exception {
        assertThat(texts("core/bom/pom.xml", "/project/version")).isEqualTo(texts("pom.xml", "/project/version"));
    }

    @Test
    void bomNamesEveryLibraryModule() throws Exception {
        assertThat(texts("core/bom/pom.xml", "/project/dependencyManagement//artifactId"))
                .containsExactlyInAnyOrder(artifactOf("core"), artifactOf("fhir-adapter"), artifactOf("cds-hooks"));
    }

    private static String artifactOf(String module) throws Exception {
        return texts(module + "/pom.xml", "/project/artifactId").get(0);
    }

    private static List<String> texts(String file, String path) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(file).toFile());
        XPath xpath = XPathFactory.newInstance().newXPath();
        NodeList nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
