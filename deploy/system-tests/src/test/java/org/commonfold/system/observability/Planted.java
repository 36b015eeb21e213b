package org.commonfold.system.observability;

import org.commonfold.kit.testing.TestTokens;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people, partners and banks tell the services, and no log line may repeat. */
final class Planted {

    static final String NAME = "Ada Augusta Kingsnoel";
    static final String OTHER_NAME = "Carl Babbitsch";
    static final String EMAIL = "ada@kingsnoel.example";
    static final String ADDRESS = "12 Difference Lane";
    static final String ABOUT = "Engines by night, letters to " + EMAIL;
    static final String COMMENT = "Frankly a muddle";
    static final String WISH = "Whoever has steady hands comes to " + ADDRESS;

    static final String IBAN = "DE89370400440532013000";
    static final String OTHER_IBAN = "NL91ABNA0417164300";
    static final String BAD_IBAN = "DE00370400440532013000";
    static final String PAYER = "Treadle Fund of Lambeth";
    static final String PAYER_IBAN = "FR1420041010050500013M02606";
    static final String WORDS_OF_THE_BANK = "Account of " + OTHER_NAME + " is closed";

    static final String COMPANY = "Acme Widgets of Sheffield";
    static final String SECRET = "whsec_ZXhhbXBsZSBvZiAzMiBieXRlcywgbm8gc2VjcmV0LiE=";
    static final String BAD_SECRET = "whsec_dG9vIHNob3J0";
    static final String KEY_IN_URL = "hunter2hunter2";
    static final String REFERENCE = "Invoice to Miss Kingsnoel";
    static final String TRANSFER = "By order of Mister Babbitsch";
    static final String EVIDENCE = "https://acme.example/report?key=" + KEY_IN_URL;
    static final String REASON = "Declared twice, says " + OTHER_NAME;
    static final String WHAT_FOR = "Ledger of " + NAME;
    static final String WORDS_OF_THE_RECEIVER = "Mailbox of " + NAME + ", " + ADDRESS + ", is full";

    /** The part of each by which it would be known. */
    private static final List<String> SIGNS = List.of(
            "Kingsnoel",
            "Babbitsch",
            "Difference Lane",
            "Engines by night",
            "Frankly a muddle",
            "steady hands",
            "370400440532013000",
            "3704 0044 0532",
            "ABNA0417164300",
            "20041010050500013M02606",
            "Treadle Fund",
            "Babbitsch is closed",
            "Acme Widgets",
            SECRET,
            BAD_SECRET,
            KEY_IN_URL,
            "Declared twice",
            "Ledger of");

    private final List<String> learned = new ArrayList<>();

    String token(String subject, String role) {
        return known(TestTokens.token(subject, role));
    }

    String partnerToken(String partnerId) {
        return known(TestTokens.partnerToken("bot", partnerId));
    }

    /** Of no use to anybody, but for one claim or signature they would be. */
    List<String> refusedTokens() {
        return Stream.of(
                        TestTokens.expiredToken("ada", "contributor"),
                        TestTokens.foreignToken("ada", "contributor"),
                        TestTokens.tokenOfAnotherIssuer("ada", "contributor"),
                        "no.token.of-" + KEY_IN_URL)
                .map(this::known)
                .toList();
    }

    /** Each part of it by itself too. */
    private String known(String token) {
        learn(token);
        Stream.of(token.split("\\.")).filter(part -> part.length() > 40).forEach(this::learn);
        return token;
    }

    /** What nobody knew before: a secret that a service made, a message that it sent. */
    String learn(String value) {
        learned.add(value);
        return value;
    }

    List<String> all() {
        return Stream.concat(SIGNS.stream(), learned.stream()).distinct().toList();
    }
}
