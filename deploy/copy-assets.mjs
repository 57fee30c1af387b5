import { cpSync } from 'node:fs';

/** What measures, learns and breaks on purpose stays at home; see tsconfig.build.json. */
const atHome = /^src\/(?:bench|drill|eval|fit|train)/;

// What stands beside the code and is no code: migrations, pages, styles.
cpSync('src', 'dist', { recursive: true, filter: (path) => !/\.(?:ts|md)$/.test(path) && !atHome.test(path) });
