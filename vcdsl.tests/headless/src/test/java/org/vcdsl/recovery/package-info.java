/** Text that is broken or being edited: nothing crashes, little is lost. How messages are worded is tested in messages. */
package org.vcdsl.recovery;
