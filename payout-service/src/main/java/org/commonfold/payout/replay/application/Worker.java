package org.commonfold.payout.replay.application;

/** Does what blocks, one thing after another, away from whoever answers requests. */
public interface Worker {

    void run(Runnable work);
}
