package org.commonfold.payout.payment.rest;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record PayoutRunPage(List<PayoutRunView> items, String next) {}
