import { Command } from 'commander';

/** For a command without options: tells what it does where `--help` asks for it, and refuses anything else. Ends the process then. */
export function takesNone(name: string, description: string): void {
  new Command(name)
    .description(`${description}\nKhông có tuỳ chọn nào; cài đặt đặt qua biến môi trường, xem .env.example.`)
    .parse();
}
