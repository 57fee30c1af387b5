import { contract } from '../channels/contract.ts';
import { openZaloBot, openZaloOa } from './doors.ts';

contract('the Zalo Bot Platform', openZaloBot);
contract('the Zalo Official Account', openZaloOa);
