/** What no figure on the page shows. */
export const limits: readonly string[] = [
  'Questions and messages are invented and were labelled by the project itself, from the same fact sheets that the knowledge rests on. Real people will write otherwise; the intervals tell of chance alone, not of that.',
  'The test halves are small for rare kinds: look at the interval, not at the per cent.',
  'A message that is no cry for help may be met with care, and a cry for help in very few or very odd words may be missed; that is why SOS brings the lines at any time.',
  'The texts await approval by lawyers and social workers of the province; a number whose standing is not established is not shown to anybody.',
  'Peers in the search table are set up fairly, by us; whoever knows them better may get more out of them.',
  'Speed is that of one machine on one day, with everything on it. Telegram and Zalo are local stand-ins: the real ones have limits and faults of their own.',
  'Docker, Compose and TLS were not run where this was made (deploy/README.md tells what was tried).',
  'Nothing here shows that people are safer. That needs the Centre, its officers and time.',
];
