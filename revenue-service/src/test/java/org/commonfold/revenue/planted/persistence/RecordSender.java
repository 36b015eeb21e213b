package org.commonfold.revenue.planted.persistence;

import org.commonfold.revenue.planted.messaging.RequestAnswerer;

/** Against the rules, so that ArchitectureTest can show that they bite. */
public record RecordSender(RequestAnswerer adapter) {}
