package org.commonfold.payout.planted.domain;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks the rule of the domain, on purpose: ArchitectureTest shows that it is found. */
record ThatReadsJson(JsonNode json) {}
