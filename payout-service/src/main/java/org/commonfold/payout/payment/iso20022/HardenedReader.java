package org.commonfold.payout.payment.iso20022;

import java.io.ByteArrayInputStream;

import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads one namespace and nothing that could harm: no document type, so no entities of any sort, no
 * processing instructions, nothing deeper than any message is. Shows elements without their
 * namespace, as the library's classes have them.
 */
final class HardenedReader extends StreamReaderDelegate {

    private static final int DEPTH_MAX = 32;
    private static final XMLInputFactory READERS = readers();

    private final String namespace;
    private int depth;

    private HardenedReader(XMLStreamReader reader, String namespace) {
        super(reader);
        this.namespace = namespace;
    }

    static HardenedReader of(byte[] bytes, String namespace) throws XMLStreamException {
        return new HardenedReader(
                READERS.createXMLStreamReader(new ByteArrayInputStream(bytes)), namespace);
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("Nothing is read from elsewhere");
        });
        return factory;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> throw refused("has a document type");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("refers to an entity");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                throw refused("has a processing instruction");
            default -> {
                // Text, blanks and comments do no harm.
            }
        }
        return event;
    }

    private void enter() throws XMLStreamException {
        if (!namespace.equals(super.getNamespaceURI())) {
            throw refused("is in another namespace than " + namespace);
        }
        if (++depth > DEPTH_MAX) {
            throw refused("is deeper than " + DEPTH_MAX + " elements");
        }
    }

    private XMLStreamException refused(String why) {
        Location here = getLocation();
        return new XMLStreamException("line " + here.getLineNumber() + " " + why);
    }

    /** By this class too, and not by the reader behind it. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT || (isCharacters() && !isWhiteSpace())) {
                throw refused("has something else than an element");
            }
            event = next();
        }
        return event;
    }

    @Override
    public String getNamespaceURI() {
        return "";
    }
}
