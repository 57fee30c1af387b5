import type { ContactId } from '../core/update.ts';

/**
 * Contacts that must not be pushed anything any more, though the database could not be told in the transaction of their
 * turn: it failed, or the turn was given up. Kept in this process until the database takes it.
 */
export class Ending {
  readonly #contacts = new Set<ContactId>();

  add(contact: ContactId): void {
    this.#contacts.add(contact);
  }

  has(contact: ContactId): boolean {
    return this.#contacts.has(contact);
  }

  /** Ends their subscriptions now. Never rejects: what fails is tried the next time. */
  async settle(unsubscribe: (contact: ContactId) => Promise<void>): Promise<void> {
    for (const contact of [...this.#contacts]) {
      try {
        await unsubscribe(contact);
      } catch {
        return;
      }
      this.#contacts.delete(contact);
    }
  }
}
