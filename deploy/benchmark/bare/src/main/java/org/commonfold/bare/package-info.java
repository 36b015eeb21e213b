/** What our services' requests are compared with. */
package org.commonfold.bare;
