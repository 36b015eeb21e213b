package org.commonfold.rating.planted.persistence;

/** What no other adapter should see. */
public record Row() {}
