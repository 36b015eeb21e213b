package org.commonfold.revenue.planted.rest;

import org.commonfold.revenue.planted.persistence.RecordSender;

/** Against the rules, so that ArchitectureTest can show that they bite. */
public record RowReader(RecordSender adapter) {}
