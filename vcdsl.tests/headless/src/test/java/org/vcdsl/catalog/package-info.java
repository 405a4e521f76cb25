/** The catalogue and the tables it is printed from. */
package org.vcdsl.catalog;
