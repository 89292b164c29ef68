import type { CommandName, JobName } from '../../shared/contracts.ts'
import { runtimeKey, type TextKey } from '../../shared/texts.ts'

/** Everything that can stand in the journal; a test holds it against the contracts. */
export const journaledOperations = [
  'backup.make',
  'catalogue.addTitle',
  'catalogue.removeTitle',
  'catalogue.restoreTitle',
  'catalogue.updateTitle',
  'demo.fill',
  'engine.upgrade',
  'jobs.cancel',
  'journal.verifyChain',
  'reports.check',
  'reports.openPeriod',
  'reports.produce',
  'reports.sendBack',
  'reports.setNote',
  'reports.sign',
  'settings.setLibrary',
  'sync.exportPackage',
  'sync.verifyPackage',
  'users.add',
  'users.changePassword',
  'users.disable',
  'users.enable',
  'users.lock',
  'users.resetPassword',
  'users.setUp',
  'users.signIn',
  'users.signOut',
  'users.unlock',
  'users.update',
] as const satisfies (CommandName | JobName | 'engine.upgrade')[]

/** Long work leaves one entry where it starts, then one for each part it wrote. */
export function actKey(operation: string, part: '' | '_start' = ''): TextKey {
  return runtimeKey(`journal.acts.${operation.replace('.', '_')}${part}`)
}
