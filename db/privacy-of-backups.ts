import type { Rule } from './privacy.ts'
import type { Schema } from './schema.generated.ts'

type Table = 'backup' | 'backupPlace' | 'backupRule' | 'restoration'

/** The same of copies, of where they lie, and of what was made of them. */
export const privacyOfBackups: { [T in Table]: Rule<Schema[T]> } = {
  backup: { journaled: false },
  // A folder may bear the name of whoever made it.
  backupPlace: { journaled: true, personal: ['path'] },
  backupRule: { journaled: true, secret: ['wrappedKey'] },
  restoration: { journaled: false, personal: ['fileName'] },
}
