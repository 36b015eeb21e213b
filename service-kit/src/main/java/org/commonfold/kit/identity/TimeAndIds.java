package org.commonfold.kit.identity;

import com.github.f4b6a3.uuid.UuidCreator;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;

/** The clock and the ids are passed in everywhere; here they come from. */
@Singleton
class TimeAndIds {

    /** UTC, to the millisecond: what JSON and the database can both hold. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    Ids ids() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
