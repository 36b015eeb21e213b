package org.commonfold.payout.ledger.rest;

import java.util.List;

record ContributorBalancesView(String contributorId, List<BalanceView> balances) {}
