/** Which side of a matter a question asks for, where passages on one matter tell of different sides. */
export type Facet = 'entitled' | 'naming';

const patterns: ReadonlyArray<readonly [Facet, RegExp]> = [
  [
    'entitled',
    /\b(?:nhung ai|(?<!\b(?:cho|voi|bao|hoi|gap|tim|nho) )ai|(?:doi tuong|nguoi|truong hop) nao|nhung (?:nguoi|doi tuong|truong hop) nao) (?:thi |ma |la |moi |cung )*(?:duoc|co the|thuoc dien|du dieu kien|huong)\b|\b(?:danh|ap dung) cho (?:nhung )?(?:ai|nguoi nao|doi tuong nao)\b/,
  ],
  [
    'naming',
    /\bgoi (?:\S+ ){0,6}(?:la|mang|bang) (?:gi|ten gi|toi gi|hanh vi gi)\b|\b(?:ten goi|thuat ngu) (?:\S+ ){0,4}(?:la gi|nao|gi)\b/,
  ],
];

/** The facet the folded question asks for; `null` when none of these. */
export function facetOf(folded: string): Facet | null {
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** How a passage on that side is titled, or asked for, folded. */
export const carriers: Record<Facet, { title: RegExp; ask: RegExp }> = {
  entitled: {
    title: /^(?:ai |nhung ai|nguoi duoc|doi tuong|nguoi thuoc dien)|\bdoi tuong\b/,
    ask: /\b(?:ai|nhung ai|(?:doi tuong|nguoi|truong hop) nao) (?:thi |moi |la )?(?:duoc|co the|thuoc dien|huong)\b|\bdanh cho ai\b/,
  },
  naming: { title: /\bla gi$/, ask: /\b(?:la gi|la j|goi la|nghia la|the nao la)\b/ },
};
