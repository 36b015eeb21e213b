package org.commonfold.payout.payment.iso20022;

import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;

import org.commonfold.payout.payment.application.PaymentFiles;
import org.commonfold.payout.payment.domain.PaymentFile;
import org.commonfold.payout.payment.domain.Transfer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Prowide's model, marshalled element by element: its own writer holds a whole document in memory
 * (docs/adr/0011).
 */
@ApplicationScoped
class Iso20022PaymentFiles implements PaymentFiles {

    private static final String BEGINNING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<Document xmlns=\"" + Pain001.NAMESPACE + "\"><CstmrCdtTrfInitn>";

    private static final String END = "</PmtInf></CstmrCdtTrfInitn></Document>\n";

    private final XMLOutputFactory writers = XMLOutputFactory.newDefaultFactory();
    private final JAXBContext model = model();

    private static JAXBContext model() {
        try {
            return JAXBContext.newInstance(
                    GroupHeader85.class,
                    PaymentInstruction30.class,
                    CreditTransferTransaction34.class);
        } catch (JAXBException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] opening(PaymentFile file) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(BEGINNING.getBytes(StandardCharsets.UTF_8));
        write(part, writing -> {
            writing.element("GrpHdr", GroupHeader85.class, Pain001.groupHeader(file));
            writing.beginning("PmtInf", PaymentInstruction30.class, Pain001.instruction(file));
        });
        return part.toByteArray();
    }

    @Override
    public byte[] transfers(PaymentFile file, List<Transfer> transfers) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        write(part, writing -> {
            for (Transfer transfer : transfers) {
                writing.element(
                        "CdtTrfTxInf",
                        CreditTransferTransaction34.class,
                        Pain001.transaction(file, transfer));
            }
        });
        return part.toByteArray();
    }

    @Override
    public byte[] closing() {
        return END.getBytes(StandardCharsets.UTF_8);
    }

    /** What writes some elements. */
    private interface Part {
        void writeTo(Writing writing) throws JAXBException;
    }

    private record Writing(Marshaller marshaller, XMLStreamWriter xml) {

        <T> void element(String name, Class<T> type, T value) throws JAXBException {
            marshaller.marshal(
                    new JAXBElement<>(new QName(name), type, value), new Fragment(xml, false));
        }

        <T> void beginning(String name, Class<T> type, T value) throws JAXBException {
            marshaller.marshal(
                    new JAXBElement<>(new QName(name), type, value), new Fragment(xml, true));
        }
    }

    private void write(ByteArrayOutputStream target, Part part) {
        try {
            Marshaller marshaller = model.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            XMLStreamWriter xml =
                    writers.createXMLStreamWriter(target, StandardCharsets.UTF_8.name());
            part.writeTo(new Writing(marshaller, xml));
            xml.flush();
        } catch (JAXBException | XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
