package org.commonfold.rating.rest;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Person;

/** Who is asking, in the domain's words. */
final class People {

    private People() {}

    static Person of(Caller caller) {
        return new Person(new ContributorId(caller.id()), caller.hasRole(Roles.STEWARD));
    }
}
