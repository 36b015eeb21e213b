/** Load on the services as they are shipped, and how long their answers take. */
package org.commonfold.benchmark;
