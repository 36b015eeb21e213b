/** The fold of the log against what it could be compared with, on the same log. */
package org.commonfold.benchmark.fold;
