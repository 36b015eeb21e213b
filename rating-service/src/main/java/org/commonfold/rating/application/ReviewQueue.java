package org.commonfold.rating.application;

import org.commonfold.rating.domain.Field;
import org.commonfold.rating.domain.ReviewItem;

import java.util.List;

/** Works that need someone's rating, and what the reasons depend on. */
public record ReviewQueue(List<ReviewItem> items, int quorum, Field field) {}
