import type { CommandName, JobName } from '../../shared/contracts.ts'

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

export function operationKey(operation: string): string {
  return `journal.operations.${operation.replace('.', '_')}`
}
