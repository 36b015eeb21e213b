package org.commonfold.rating.rest;

import org.commonfold.rating.domain.Invitation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

record InvitationView(
        UUID commonsId,
        @Schema(examples = "carol") String raterId,
        @Schema(examples = "sue") String invitedBy,
        Instant invitedAt) {

    static InvitationView of(Invitation invitation) {
        return new InvitationView(
                invitation.commonsId().value(),
                invitation.raterId().value(),
                invitation.invitedBy().value(),
                invitation.invitedAt());
    }
}
