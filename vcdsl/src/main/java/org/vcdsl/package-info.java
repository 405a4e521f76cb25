/** The grammar of VCDSL and the module that binds the language's parts together. What the parts do belongs in packages below. */
package org.vcdsl;
