import { qrCode } from './code.ts';

/** A QR code as an SVG of one path, dark on white whatever the page's colours: only that is read everywhere. */
export function qrSvg(text: string, label: string): string {
  const rows = qrCode(text);
  const size = rows.length + 8;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('');
  const name = label.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${name}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
