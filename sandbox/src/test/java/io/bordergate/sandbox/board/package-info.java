/** The whole product as an operator starts it, looked at in a real browser. */
package io.bordergate.sandbox.board;
