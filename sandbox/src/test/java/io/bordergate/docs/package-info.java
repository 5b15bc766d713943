/** The documents say what the code does: these tests fail when the two part. */
package io.bordergate.docs;
