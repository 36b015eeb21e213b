package org.commonfold.payout.payment.iso20022;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes elements as they come, in the namespace that the document around them declares: the
 * library's classes have none, since several messages share them.
 */
final class Fragment extends DefaultHandler {

    private final XMLStreamWriter xml;
    private final boolean isLeftOpen;
    private int depth;

    /**
     * @param isLeftOpen whether more is to come into the outermost element
     */
    Fragment(XMLStreamWriter xml, boolean isLeftOpen) {
        this.xml = xml;
        this.isLeftOpen = isLeftOpen;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes)
            throws SAXException {
        write(() -> {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.getLength(); i++) {
                xml.writeAttribute(attributes.getLocalName(i), attributes.getValue(i));
            }
        });
        depth++;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        write(() -> xml.writeCharacters(text, start, length));
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        depth--;
        if (depth > 0 || !isLeftOpen) {
            write(xml::writeEndElement);
        }
    }

    /** What may fail as XML does. */
    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void write(Writing writing) throws SAXException {
        try {
            writing.run();
        } catch (XMLStreamException failure) {
            throw new SAXException(failure);
        }
    }
}
