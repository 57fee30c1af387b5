/** What a person wants of the Centre. Codes, never words. */
export const wants = ['talk', 'shelter', 'legal', 'health'] as const;
export type Want = (typeof wants)[number];

/** When it is safe to be reached. `here`: not at all, the reply waits until the person comes back. */
export const safeTimes = ['here', 'morning', 'noon', 'afternoon', 'evening', 'any'] as const;
export type SafeTime = (typeof safeTimes)[number];

export const urgencies = ['usual', 'soon', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** Why an officer opens a case; a closed list, so that no name or story gets into the audit log. */
export const openReasons = ['first-answer', 'follow-up', 'handed-over', 'supervision', 'asked-by-person'] as const;
/** `new-key` is no choice of an officer: letters leave to be sealed anew. */
export type OpenReason = (typeof openReasons)[number] | 'new-key';

/** How a case ended. */
export const caseOutcomes = ['answered', 'referred-on', 'in-care', 'no-contact', 'not-for-us'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** Whose trouble it is: the writer's, or that of somebody who agreed, or (by the operator's policy) has not. */
export const abouts = ['self', 'other-agreed', 'other-in-danger'] as const;
export type About = (typeof abouts)[number];

/** What is sealed of a referral: exactly what the person was shown and said yes to. */
export type Referral = {
  about: About;
  wants: Want[];
  when: SafeTime;
  /** The person's own words on how to be reached safely; `null` for "only here". */
  way: string | null;
  /** A word that tells them apart from somebody else who picks up. */
  codeWord: string;
  commune: string | null;
  words: string | null;
  /** The very lines the person saw and said yes to. */
  shown: string;
};

/** What a letter is; a sealed letter opens only as the kind it was sealed as, in its own case. */
export const letterKinds = ['referral', 'from-person', 'from-officer'] as const;
export type LetterKind = (typeof letterKinds)[number];
export type Place = { case: string; kind: LetterKind };

/** A letter sealed to one or more keys: JSON text in the form of `sealing/letter.ts`. Nobody here can read it. */
export type Sealed = string;

/** Fingerprint and raw bytes (base64url) of an X25519 public key. */
export type PublicKey = { id: string; raw: string };
