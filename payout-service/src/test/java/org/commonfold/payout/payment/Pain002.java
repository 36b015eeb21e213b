package org.commonfold.payout.payment;

import java.util.UUID;

/** A bank's report, as a bank would write it. */
public final class Pain002 {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="%s"><CstmrPmtStsRpt>
              <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-12-01T09:00:00Z</CreDtTm></GrpHdr>
              <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId>
                <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>
              %s
            </CstmrPmtStsRpt></Document>""";

    private static final String LINE = """
            <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s\
            <OrgnlTxRef><Amt><InstdAmt Ccy="%s">%s</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>""";

    private final String file;
    private final StringBuilder lines = new StringBuilder();
    private String currency = "EUR";
    private String instruction = "";
    private String group = "";
    private String id = "BANK-" + UUID.randomUUID().toString().substring(0, 20);

    private Pain002(String runId) {
        this.file = runId.replace("-", "");
    }

    public static Pain002 of(String runId) {
        return new Pain002(runId);
    }

    Pain002 named(String messageId) {
        id = messageId;
        return this;
    }

    public Pain002 group(String status) {
        group += "<GrpSts>" + status + "</GrpSts>";
        return this;
    }

    /** Of the one instruction in the file. */
    Pain002 instruction(String status) {
        instruction = "<PmtInfSts>" + status + "</PmtInfSts>";
        return this;
    }

    /** EUR otherwise. */
    public Pain002 in(String other) {
        currency = other;
        return this;
    }

    Pain002 totals(int payments, String sum) {
        group = "<OrgnlNbOfTxs>" + payments + "</OrgnlNbOfTxs><OrgnlCtrlSum>" + sum
                + "</OrgnlCtrlSum>" + group;
        return this;
    }

    public Pain002 line(String endToEndId, String status, String amount) {
        lines.append(LINE.formatted(endToEndId, status, "", currency, amount));
        return this;
    }

    public Pain002 rejected(String endToEndId, String reason, String amount) {
        String why = "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn><AddtlInf>closed</AddtlInf>"
                + "</StsRsnInf>";
        lines.append(LINE.formatted(endToEndId, "RJCT", why, currency, amount));
        return this;
    }

    public String xml() {
        String whole = lines.isEmpty() && instruction.isEmpty()
                ? ""
                : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + file + "</OrgnlPmtInfId>" + instruction
                        + lines + "</OrgnlPmtInfAndSts>";
        return REPORT.formatted(NAMESPACE, id, file, group, whole);
    }
}
