import type { ContactId } from '../core/update.ts';

/** One look at a contact's lane in this process. */
export type Here = {
  /** From now on `came` is about what comes later. Called before the lane is read. */
  mark: () => void;
  /** Whether something was stored for the contact since. */
  came: () => boolean;
  gone: () => void;
};

/** Whose lanes this process is looking at: what is stored for them meanwhile needs no job. */
export class AtWork {
  readonly #contacts = new Map<ContactId, { stored: number; looks: number }>();

  has(contact: ContactId): boolean {
    return this.#contacts.has(contact);
  }

  enter(contact: ContactId): Here {
    const at = this.#contacts.get(contact) ?? { stored: 0, looks: 0 };
    this.#contacts.set(contact, at);
    at.looks++;
    let seen = at.stored;
    return {
      mark: () => {
        seen = at.stored;
      },
      came: () => at.stored > seen,
      gone: () => {
        if (--at.looks === 0) this.#contacts.delete(contact);
      },
    };
  }

  /** Something was stored for the contact. `false` where nobody is at work on its lane any more. */
  tell(contact: ContactId): boolean {
    const at = this.#contacts.get(contact);
    if (at) at.stored++;
    return at !== undefined;
  }
}
