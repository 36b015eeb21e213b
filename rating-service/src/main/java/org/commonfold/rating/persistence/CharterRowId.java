package org.commonfold.rating.persistence;

import java.util.UUID;

/** A charter is found by its commons and its number. */
record CharterRowId(UUID commonsId, int version) {}
