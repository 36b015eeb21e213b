package org.commonfold.payout.payment.iso20022;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;

import nl.garvelink.iban.IBAN;

import org.commonfold.payout.payment.domain.Debtor;
import org.commonfold.payout.payment.domain.Holder;
import org.commonfold.payout.payment.domain.Iban;
import org.commonfold.payout.payment.domain.MinorUnits;
import org.commonfold.payout.payment.domain.PaymentFile;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.Transfer;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;

/** Our payouts in the words of pain.001.001.09, the customer credit transfer initiation. */
final class Pain001 {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final String SEPA = "SEPA";

    private static final String EURO = "EUR";

    /** What takes the place of a BIC where the IBAN is enough (EPC132-08). */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private Pain001() {}

    static GroupHeader85 groupHeader(PaymentFile file) {
        return new GroupHeader85()
                .setMsgId(file.messageId())
                .setCreDtTm(file.run().approvedAt().atOffset(ZoneOffset.UTC))
                .setNbOfTxs(Long.toString(file.payments()))
                .setCtrlSum(sum(file))
                .setInitgPty(party(file.debtor().name()));
    }

    /** All of the one instruction but its transfers. */
    static PaymentInstruction30 instruction(PaymentFile file) {
        Debtor debtor = file.debtor();
        return new PaymentInstruction30()
                .setPmtInfId(file.messageId())
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(Long.toString(file.payments()))
                .setCtrlSum(sum(file))
                .setReqdExctnDt(
                        new DateAndDateTime2Choice().setDt(file.run().terms().executionDate()))
                .setDbtr(party(debtor.name()))
                .setDbtrAcct(account(debtor.iban()))
                .setDbtrAgt(agent(debtor.bic()));
    }

    static CreditTransferTransaction34 transaction(PaymentFile file, Transfer transfer) {
        Payout payout = transfer.payout();
        Currency currency = currency(file);
        RemittanceInformation16 remittance = new RemittanceInformation16();
        remittance.getUstrd().add("Commonfold payout " + payout.id().endToEndId());
        CreditTransferTransaction34 transaction = new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setEndToEndId(payout.id().endToEndId()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy(currency.getCurrencyCode())
                                .setValue(MinorUnits.decimal(payout.micros(), currency))))
                .setCdtr(party(transfer.account().holder()))
                .setCdtrAcct(account(transfer.account().iban()))
                .setRmtInf(remittance);
        return isSepa(file, transfer)
                ? transaction.setPmtTpInf(sepa()).setChrgBr(ChargeBearerType1Code.SLEV)
                : transaction.setChrgBr(ChargeBearerType1Code.SHAR);
    }

    /** SEPA has euros alone, between accounts that are in it: of one file, not all may be. */
    private static boolean isSepa(PaymentFile file, Transfer transfer) {
        return currency(file).getCurrencyCode().equals(EURO)
                && IBAN.valueOf(file.debtor().iban().value()).isSEPA()
                && IBAN.valueOf(transfer.account().iban().value()).isSEPA();
    }

    private static PaymentTypeInformation26 sepa() {
        PaymentTypeInformation26 type = new PaymentTypeInformation26();
        type.getSvcLvl().add(new ServiceLevel8Choice().setCd(SEPA));
        return type;
    }

    private static BigDecimal sum(PaymentFile file) {
        return MinorUnits.decimal(file.micros(), currency(file));
    }

    private static Currency currency(PaymentFile file) {
        return file.run().terms().currency();
    }

    private static PartyIdentification135 party(Holder holder) {
        return new PartyIdentification135().setNm(holder.name());
    }

    private static CashAccount38 account(Iban iban) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setIBAN(iban.value()));
    }

    private static BranchAndFinancialInstitutionIdentification6 agent(String bic) {
        FinancialInstitutionIdentification18 bank = new FinancialInstitutionIdentification18();
        if (bic == null) {
            bank.setOthr(new GenericFinancialIdentification1().setId(NOT_PROVIDED));
        } else {
            bank.setBICFI(bic);
        }
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(bank);
    }
}
