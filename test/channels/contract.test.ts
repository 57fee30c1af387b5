import { contract } from './contract.ts';
import { openTelegram, openTerminal, openWeb } from './doors.ts';

contract('the web chat', openWeb);
contract('the terminal', openTerminal);
contract('Telegram', openTelegram);
