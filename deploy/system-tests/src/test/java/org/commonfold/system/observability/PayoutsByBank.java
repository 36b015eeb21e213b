package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.system.observability.Planted.IBAN;
import static org.commonfold.system.observability.Planted.NAME;
import static org.commonfold.system.observability.Planted.OTHER_IBAN;
import static org.commonfold.system.observability.Planted.OTHER_NAME;
import static org.commonfold.system.observability.Planted.PAYER;
import static org.commonfold.system.observability.Planted.PAYER_IBAN;
import static org.commonfold.system.observability.Planted.WORDS_OF_THE_BANK;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Two treasurers pay what is available; the bank pays Ada and sends Carl's back. */
final class PayoutsByBank {

    private static final String RUNS = "/v1/payout-runs";
    private static final String RUN = """
            {"currency": "EUR", "minimum": "%s", "executionDate": "%s"}""";
    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
              <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-12-01T09:00:00Z</CreDtTm></GrpHdr>
              <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId>
                <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
              <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>
            </CstmrPmtStsRpt></Document>""";

    private static final String LINE = """
            <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>""";

    private static final String WHY = "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>"
            + WORDS_OF_THE_BANK + "</AddtlInf></StsRsnInf>";

    private final TracedCalls payout;
    private final Planted planted;
    private final String tess;
    private final String theo;

    PayoutsByBank(TracedCalls payout, Planted planted) {
        this.payout = payout;
        this.planted = planted;
        this.tess = planted.token("tess", "treasurer");
        this.theo = planted.token("theo", "treasurer");
    }

    void payWhatIsAvailable() {
        for (String person : new String[] {"ada", "carl"}) {
            payout.comesTo(
                    "GET /v1/contributors/" + person + "/balances",
                    tess,
                    answer -> answer.at("/balances/0/available").asDouble() > 0);
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        payout.refuses(400, "POST " + RUNS, tess, RUN.formatted(NAME, today));
        String run = RUNS + "/"
                + payout.does("POST " + RUNS, tess, RUN.formatted("1.00", today))
                        .get("runId")
                        .asText();
        payout.records("POST " + run + "/approval", theo, null);
        JsonNode payments = payout.does("GET " + run + "/payments", tess, null).get("items");
        String file = payout.answers("GET " + run + "/pain.001", tess, null, Map.of());
        assertThat(file).contains(NAME, IBAN, OTHER_NAME, OTHER_IBAN, PAYER, PAYER_IBAN);
        report(run.substring(run.lastIndexOf('/') + 1).replace("-", ""), payments);
        payout.refuses(409, "POST " + run + "/cancellation", tess, null);
    }

    private void report(String file, JsonNode payments) {
        String statuses = "POST /v1/payout-statuses";
        payout.refuses(400, statuses, tess, "<Document>" + IBAN + "</Document>", XML);
        String ofOthers =
                LINE.formatted(NAME, "ACSC", "") + LINE.formatted(OTHER_NAME, "RJCT", WHY);
        payout.refuses(422, statuses, tess, REPORT.formatted("BANK-1", file, file, ofOthers), XML);
        StringBuilder lines = new StringBuilder();
        for (JsonNode payment : payments) {
            boolean isPaid = payment.get("contributorId").asText().equals("ada");
            String id = payment.get("endToEndId").asText();
            lines.append(LINE.formatted(id, isPaid ? "ACSC" : "RJCT", isPaid ? "" : WHY));
        }
        JsonNode read =
                payout.records(statuses, tess, REPORT.formatted("BANK-2", file, file, lines), XML);
        assertThat(read.get("paid").asInt()).isEqualTo(1);
        assertThat(read.get("returned").asInt()).isEqualTo(1);
    }

    void stateWhatWasPaid() {
        String statement = "/v1/contributors/me/statement";
        String ada = planted.token("ada", "contributor");
        payout.does("GET " + statement, ada, null);
        String csv = payout.answers("GET " + statement, ada, null, Map.of("Accept", "text/csv"));
        assertThat(csv).contains("EUR");
        String pdf =
                payout.answers("GET " + statement, ada, null, Map.of("Accept", "application/pdf"));
        assertThat(pdf).startsWith("%PDF");
        payout.refuses(400, "GET " + statement + "?from=Kingsnoel", ada, null);
    }
}
