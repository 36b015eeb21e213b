package org.commonfold.kit.planted.persistence;

import org.commonfold.kit.planted.messaging.RequestAnswerer;

/** Against the rules, so that LayerRulesTest can show that they bite. */
public record RecordSender(RequestAnswerer adapter) {}
