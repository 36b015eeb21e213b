package org.commonfold.payout.payment.iso20022;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.OriginalTransactionReference28;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReason6Choice;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;

import org.commonfold.payout.payment.application.StatusReports;
import org.commonfold.payout.payment.domain.StatusReport;
import org.commonfold.payout.payment.domain.StatusReport.Level;
import org.commonfold.payout.payment.domain.StatusReport.Line;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

/** pain.002.001.10, the customer payment status report, into Prowide's model and then ours. */
@ApplicationScoped
class Pain002Reports implements StatusReports {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

    private static final Pattern ID = Pattern.compile("[!-~]([ -~]{0,33}[!-~])?");
    private static final Pattern REASON = Pattern.compile("[A-Z0-9]{1,4}");

    private final JAXBContext model = model();

    private static JAXBContext model() {
        try {
            return JAXBContext.newInstance(CustomerPaymentStatusReportV10.class);
        } catch (JAXBException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Reading read(byte[] bytes) {
        try {
            HardenedReader xml = HardenedReader.of(bytes, NAMESPACE);
            enter(xml, "Document");
            enter(xml, "CstmrPmtStsRpt");
            Unmarshaller unmarshaller = model.createUnmarshaller();
            // What does not fit the message is not passed over.
            unmarshaller.setEventHandler(event -> false);
            CustomerPaymentStatusReportV10 report = unmarshaller
                    .unmarshal(xml, CustomerPaymentStatusReportV10.class)
                    .getValue();
            while (xml.hasNext()) {
                xml.next();
            }
            return report(report);
        } catch (XMLStreamException refused) {
            return new Reading.Unreadable("The XML " + withoutItsText(refused));
        } catch (JAXBException refused) {
            Throwable cause = refused.getLinkedException();
            return new Reading.Unreadable(
                    cause instanceof XMLStreamException xml
                            ? "The XML " + withoutItsText(xml)
                            : "This is no pain.002.001.10");
        }
    }

    private static void enter(HardenedReader xml, String name) throws XMLStreamException {
        xml.nextTag();
        if (!xml.isStartElement() || !xml.getLocalName().equals(name)) {
            throw new XMLStreamException("has no " + name + " where it should be");
        }
    }

    /** The parser's own messages repeat what they found; ours say where. */
    private static String withoutItsText(XMLStreamException refused) {
        return refused.getLocation() == null ? refused.getMessage() : "is not well-formed";
    }

    private static Reading report(CustomerPaymentStatusReportV10 report) {
        OriginalGroupHeader17 group = report.getOrgnlGrpInfAndSts();
        if (report.getGrpHdr() == null || group == null) {
            return new Reading.Unreadable("A report has GrpHdr and OrgnlGrpInfAndSts");
        }
        List<Level> levels = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (OriginalPaymentInstruction32 instruction : report.getOrgnlPmtInfAndSts()) {
            levels.add(level(instruction));
            instruction.getTxInfAndSts().forEach(one -> lines.add(line(one)));
        }
        levels.add(level(group));
        List<String> ids = new ArrayList<>();
        ids.add(report.getGrpHdr().getMsgId());
        ids.add(group.getOrgnlMsgId());
        lines.forEach(line -> ids.add(line.endToEndId()));
        if (!ids.stream().allMatch(id -> id != null && ID.matcher(id).matches())) {
            return new Reading.Unreadable("An id is missing, or none of 35 characters");
        }
        return new Reading.Read(new StatusReport(ids.get(0), ids.get(1), levels, lines));
    }

    private static Level level(OriginalGroupHeader17 group) {
        return new Level(
                null,
                group.getOrgnlNbOfTxs(),
                group.getOrgnlCtrlSum(),
                group.getGrpSts(),
                reason(group.getStsRsnInf()));
    }

    private static Level level(OriginalPaymentInstruction32 instruction) {
        return new Level(
                Objects.requireNonNullElse(instruction.getOrgnlPmtInfId(), ""),
                instruction.getOrgnlNbOfTxs(),
                instruction.getOrgnlCtrlSum(),
                instruction.getPmtInfSts(),
                reason(instruction.getStsRsnInf()));
    }

    private static Line line(PaymentTransaction105 one) {
        Optional<ActiveOrHistoricCurrencyAndAmount> amount = Optional.ofNullable(
                        one.getOrgnlTxRef())
                .map(OriginalTransactionReference28::getAmt)
                .map(AmountType4Choice::getInstdAmt);
        return new Line(
                one.getOrgnlEndToEndId(),
                one.getTxSts(),
                reason(one.getStsRsnInf()),
                amount.map(ActiveOrHistoricCurrencyAndAmount::getValue).orElse(null),
                amount.map(ActiveOrHistoricCurrencyAndAmount::getCcy).orElse(null));
    }

    /** The first that is a code; what else a bank writes is for people, and may be about them. */
    private static String reason(List<StatusReasonInformation12> reasons) {
        return reasons.stream()
                .map(StatusReasonInformation12::getRsn)
                .filter(Objects::nonNull)
                .map(StatusReason6Choice::getCd)
                .filter(code -> code != null && REASON.matcher(code).matches())
                .findFirst()
                .orElse(null);
    }
}
