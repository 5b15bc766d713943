/**
 * What operators look at. {@link io.bordergate.dashboard.BoardFeed} reads the output topics, GateBoard turns the newest
 * figures into gates and yards, LiveBoard holds the current snapshot, and the routes serve it as a page, as JSON and as
 * server-sent events. What operators acknowledge is the one thing that is written.
 */
package io.bordergate.dashboard;
