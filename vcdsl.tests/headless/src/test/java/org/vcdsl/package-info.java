/** What all headless tests share: where the project's files lie, and the day on which tests are true. */
package org.vcdsl;
