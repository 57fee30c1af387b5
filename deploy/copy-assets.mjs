import { cpSync } from 'node:fs';

// What stands beside the code and is no code: migrations, pages, styles.
cpSync('src', 'dist', {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') && !/^src\/(?:bench|drill)/.test(path),
});
