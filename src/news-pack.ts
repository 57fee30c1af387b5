import { parseConfig } from './config.ts';
import { runNewsPack } from './news/command.ts';
import { stopWithMessage } from './stop.ts';

// The door of the commune's news: a quarter's items from reviewed content, as a document or as text.
try {
  await runNewsPack(process.argv.slice(2), parseConfig(process.env), (text) => process.stdout.write(text));
} catch (error) {
  stopWithMessage(error);
}
