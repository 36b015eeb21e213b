package org.commonfold.revenue.delivery.persistence;

import java.util.UUID;

record AttemptRowId(UUID deliveryId, int number) {}
