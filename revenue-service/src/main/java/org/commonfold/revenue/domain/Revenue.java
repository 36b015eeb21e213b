package org.commonfold.revenue.domain;

import java.time.Instant;

/**
 * Money a partner declared it owes a commons.
 *
 * @param receivedMicros how much of it has arrived, in all
 * @param voided when, by whom and why it was voided, or null
 * @param eventCount how many events it has had
 */
public record Revenue(
        RevenueId id,
        CommonsId commonsId,
        PartnerId partnerId,
        Declaration declaration,
        long receivedMicros,
        Instant declaredAt,
        RevenueEvent.Voided voided,
        long eventCount) {

    /** Where it stands. */
    public enum State {
        DECLARED,
        PART_RECEIVED,
        RECEIVED,
        VOIDED
    }

    /** One that was declared just now. */
    public static Revenue declared(
            RevenueId id,
            CommonsId commonsId,
            PartnerId partnerId,
            Declaration declaration,
            Instant now) {
        return new Revenue(id, commonsId, partnerId, declaration, 0, now, null, 1);
    }

    /** As it was when it was declared, whatever has happened since. */
    public Revenue asDeclared() {
        return declared(id, commonsId, partnerId, declaration, declaredAt);
    }

    public Money amount() {
        return declaration.amount();
    }

    public Money received() {
        return amount().withMicros(receivedMicros);
    }

    public State state() {
        if (isVoided()) {
            return State.VOIDED;
        }
        if (receivedMicros == 0) {
            return State.DECLARED;
        }
        return isReceived() ? State.RECEIVED : State.PART_RECEIVED;
    }

    public boolean isVoided() {
        return voided != null;
    }

    /** In full. */
    boolean isReceived() {
        return owedMicros() == 0;
    }

    long owedMicros() {
        return amount().micros() - receivedMicros;
    }

    boolean saysTheSameAs(Revenue other) {
        return commonsId.equals(other.commonsId) && declaration.equals(other.declaration);
    }

    Revenue received(Money more) {
        long inAll = Math.addExact(receivedMicros, more.micros());
        return new Revenue(
                id, commonsId, partnerId, declaration, inAll, declaredAt, voided, eventCount + 1);
    }

    Revenue voided(RevenueEvent.Voided why) {
        return new Revenue(
                id,
                commonsId,
                partnerId,
                declaration,
                receivedMicros,
                declaredAt,
                why,
                eventCount + 1);
    }
}
