package org.commonfold.contribution.planted.persistence;

/** What no other adapter should see. */
public record Row() {}
