import type { CommandsOf } from '../context.ts'
import { isCurrent } from '../plain-rows.ts'
import { unwrapKey } from '../wrapped-key.ts'
import { readRule, storedSwitches } from './rule.ts'
import { newEncryption } from './sealing.ts'

type Verb = 'setRule' | 'encrypt' | 'recoveryKey' | 'stopEncrypting' | 'hold'

export const ruleCommands: Pick<CommandsOf<'backup'>, Verb> = {
  async setRule({ rev, ...rule }, { db, fail }) {
    const { daily, weekly, monthly, yearly, signedYears, checkAfterDays } = rule
    await isCurrent(db, 'backupRule', { id: 1, rev }, fail)
    await db
      .updateTable('backupRule')
      .set({
        daily,
        weekly,
        monthly,
        yearly,
        signedYears,
        checkAfterDays,
        ...storedSwitches(rule),
        rev: rev + 1,
      })
      .execute()
    return { done: true }
  },

  async encrypt({ passphrase }, { db, now, passwordWork }) {
    const { key, ...encryption } = await newEncryption(passphrase, passwordWork)
    await db
      .updateTable('backupRule')
      .set((is) => ({ ...encryption, encryptedSince: now, rev: is('rev', '+', 1) }))
      .execute()
    return { recoveryKey: key }
  },

  async recoveryKey({ passphrase }, { db, fail }) {
    const { encryption } = await readRule(db)
    if (!encryption) return fail('not_encrypted')
    const recoveryKey = (await unwrapKey(encryption.wrappedKey, passphrase)) ?? fail('passphrase_wrong')
    return { recoveryKey }
  },

  async stopEncrypting(_, { db }) {
    await db
      .updateTable('backupRule')
      .set((is) => ({ recipient: '', wrappedKey: '', encryptedSince: null, rev: is('rev', '+', 1) }))
      .execute()
    return { done: true }
  },

  async hold({ id, heldFor }, { db, fail }) {
    const { numUpdatedRows } = await db
      .updateTable('backup')
      .set({ heldFor })
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) fail('backup_not_found', { id })
    return { done: true }
  },
}
