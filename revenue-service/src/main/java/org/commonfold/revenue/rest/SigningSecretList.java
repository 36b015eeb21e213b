package org.commonfold.revenue.rest;

import java.util.List;

record SigningSecretList(List<SigningSecretView> items) {}
