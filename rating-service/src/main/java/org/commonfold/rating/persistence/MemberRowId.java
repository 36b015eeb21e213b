package org.commonfold.rating.persistence;

import java.util.UUID;

/** Nobody is a member, or a steward, of a commons twice. */
record MemberRowId(UUID commonsId, String contributorId) {}
