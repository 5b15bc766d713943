/**
 * Who may see and do what: roles, tokens and the pace at which somebody may ask. Knows neither the board nor the server;
 * docs/board.md, section Access.
 */
package io.bordergate.dashboard.access;
