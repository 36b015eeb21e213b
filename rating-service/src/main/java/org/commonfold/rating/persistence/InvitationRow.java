package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Invitation;
import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** Someone was invited to rate in a commons. */
@Entity
@Immutable
@Table(name = "invitation")
class InvitationRow {

    @Id
    @Column(name = "invitation_id")
    UUID invitationId;

    @Column(name = "commons_id")
    UUID commonsId;

    @Column(name = "rater_id")
    String raterId;

    @Column(name = "invited_by")
    String invitedBy;

    @Column(name = "invited_at")
    Instant invitedAt;

    static InvitationRow of(Invitation invitation) {
        InvitationRow row = new InvitationRow();
        row.invitationId = invitation.id();
        row.commonsId = invitation.commonsId().value();
        row.raterId = invitation.raterId().value();
        row.invitedBy = invitation.invitedBy().value();
        row.invitedAt = invitation.invitedAt();
        return row;
    }

    Invitation toInvitation() {
        return new Invitation(
                invitationId,
                new CommonsId(commonsId),
                new ContributorId(raterId),
                new ContributorId(invitedBy),
                invitedAt);
    }
}
