import { writeFileSync } from 'node:fs';

/** A file of weights: where it stands, what it names and which `npm run fit` command writes it. */
export type WeightsFile = {
  file: string;
  type: string;
  from: string;
  what: string;
  command: string;
  name: string;
  names: readonly string[];
  weights: number[];
};

/** Writes learned weights as source, one a line by name. */
export function writeWeights({ file, type, from, what, command, name, names, weights }: WeightsFile): void {
  const lines = names.map((one, at) => `  ${/^[a-z]+$/.test(one) ? one : `'${one}'`}: ${weights[at]},`).join('\n');
  writeFileSync(
    file,
    `import type { ${type} } from '${from}';\n\n/** ${what} Written by \`npm run fit -- ${command}\`; not by hand. */\nexport const ${name}: Readonly<Partial<Record<${type}, number>>> = {\n${lines}\n};\n`,
  );
}
