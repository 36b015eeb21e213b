package org.commonfold.payout.payment;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/** A pain.001 as a bank reads it: against the schema, then element by element. */
public record BankFile(Document document) {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(BankFile.class.getResource("/iso20022/pain.001.001.09.xsd"));
        } catch (SAXException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails unless it is valid. */
    public static BankFile read(byte[] bytes) {
        validate(new ByteArrayInputStream(bytes));
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            return new BankFile(
                    parsers.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException | ParserConfigurationException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Of any length. */
    public static void validate(InputStream file) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(file));
        } catch (SAXException | IOException invalid) {
            throw new AssertionError(invalid.getMessage(), invalid);
        }
    }

    /** The texts of all elements of that name. */
    public List<String> all(String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(((Element) found.item(i)).getTextContent());
        }
        return texts;
    }

    public BigDecimal sumOfTransfers() {
        return all("InstdAmt").stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
