import type { Reply } from './reply.ts';

/**
 * What can be told of a message from itself alone, for a door that has to turn some away. `calm`: nothing in it has to do
 * with harm, help, or leaving no trace, so it may wait. `card`: the help it calls for, made without any other part.
 */
export type FirstLook = { calm: boolean; card: Reply | null };
