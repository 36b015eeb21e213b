package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@Timeout(30)
@DisplayName("A hostile report")
class HostileReportIT {

    private static final long GIGABYTE = 1_000_000_000L;
    private static final int SECOND = 1_000;

    @TestHTTPResource("/v1/payout-statuses")
    URI statuses;

    private static final String XML =
            Pain002.of("0198c0de-0000-7000-8000-0000000000a1").xml();

    private static String withDocumentType(String definition) {
        return XML.replace("?>", "?><!DOCTYPE Document [" + definition + "]>")
                .replace("<MsgId>", "<MsgId>&x;");
    }

    private static void assertMalformed(String xml) {
        Bank.report(xml)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-report"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void expands_no_entities() {
        StringBuilder bomb = new StringBuilder("<!ENTITY x0 \"lol\">");
        for (int i = 1; i <= 20; i++) {
            bomb.append("<!ENTITY x%d \"".formatted(i))
                    .append("&x%d;".formatted(i - 1).repeat(10))
                    .append("\">");
        }
        assertMalformed(withDocumentType(bomb + "<!ENTITY x \"&x20;\">"));
        assertMalformed(withDocumentType("<!ENTITY x \"" + "a".repeat(100_000) + "\">"));
        assertMalformed(withDocumentType(""));
    }

    @Test
    void reads_no_file_of_ours(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        assertMalformed(withDocumentType("<!ENTITY x SYSTEM \"" + secret.toUri() + "\">"));
        assertMalformed(withDocumentType("<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;"));
        assertMalformed(
                XML.replace("?>", "?><!DOCTYPE Document SYSTEM \"" + secret.toUri() + "\">"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03",
                "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09",
                "",
            })
    void is_of_no_other_namespace(String namespace) {
        assertMalformed(XML.replace(Pain002.NAMESPACE, namespace));
    }

    @Test
    void is_neither_deep_nor_cut_off_nor_something_else() {
        assertMalformed(XML.replace("<GrpHdr>", "<a>".repeat(100_000)));
        assertMalformed(XML.substring(0, XML.length() / 2));
        assertMalformed(XML.replace("<GrpHdr>", "<GrpHdr><Unknown/>"));
        assertMalformed(XML.replace("<CstmrPmtStsRpt>", "<Other>"));
        assertMalformed("");
        assertMalformed("{}");
        Bank.tess().body("{}").post("/v1/payout-statuses").then().statusCode(415);
    }

    @Test
    void of_a_mebibyte_is_read_and_one_byte_more_is_not() {
        int missing = (1 << 20) - XML.length();
        Bank.report(XML + " ".repeat(missing)).then().statusCode(404);
        Bank.report(XML + " ".repeat(missing + 1)).then().statusCode(413);
    }

    /** An announced gigabyte is refused by its announcement: nothing of it need be sent. */
    @Test
    void of_a_gigabyte_is_refused_before_it_is_sent() throws IOException {
        assertThat(firstLine("Content-Length: " + GIGABYTE, new byte[0])).contains(" 413 ");
    }

    /** One in chunks, when it has become too large: it never ends, and is answered all the same. */
    @Test
    void that_never_ends_is_refused_on_the_way() throws IOException {
        byte[] chunk =
                ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[chunk.length * 33];
        for (int i = 0; i < 33; i++) {
            System.arraycopy(chunk, 0, body, i * chunk.length, chunk.length);
        }
        assertThat(firstLine("Transfer-Encoding: chunked", body)).contains(" 413 ");
    }

    private String firstLine(String header, byte[] body) throws IOException {
        try (Socket socket = new Socket(statuses.getHost(), statuses.getPort())) {
            socket.setSoTimeout(20 * SECOND);
            OutputStream out = socket.getOutputStream();
            String head = "POST " + statuses.getPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/xml\r\nAuthorization: Bearer "
                    + token("tess", "treasurer") + "\r\n" + header + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes("HTTP/1.1 413 ".length()), StandardCharsets.US_ASCII);
        }
    }
}
