package org.commonfold.kit.planted.rest;

import org.commonfold.kit.planted.persistence.RecordSender;

/** Against the rules, so that LayerRulesTest can show that they bite. */
public record RowReader(RecordSender adapter) {}
