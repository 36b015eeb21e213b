package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Person;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;

/** Who is asking, in the domain's words. */
final class People {

    private People() {}

    static Person of(Caller caller) {
        return new Person(new ContributorId(caller.id()), caller.hasRole(Roles.STEWARD));
    }
}
