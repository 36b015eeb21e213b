package org.commonfold.contribution.domain;

/** Where a need stands: follows from its takers and its fulfilment. */
public enum NeedState {
    OPEN,
    TAKEN_UP,
    CLOSED
}
