package org.commonfold.rating.messaging;

record AuthorV1(String contributorId, Integer share) {}
