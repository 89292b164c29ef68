import type { ComponentType } from 'react'
import type { Client } from '../../shared/client.ts'
import type { ModuleName } from '../../shared/contracts.ts'
import type { TextKey } from '../../shared/texts.ts'
import type { Permission } from '../../shared/users/rules.ts'
import type { IconName } from '../ui/icons.tsx'

export type MenuGroup =
  | 'home'
  | 'holdings'
  | 'digitization'
  | 'activities'
  | 'resources'
  | 'service'
  | 'reports'
  | 'administration'

/** One page of a module; its code is fetched when it is first opened. */
export type PageRoute = {
  /** Below the hash, without a leading slash: `catalogue/:id`. */
  path: string
  /** The name in the menu and in Ctrl+K. */
  textKey: TextKey
  can: Permission | 'signed_in'
  /** Pages without a group are reached from other pages. */
  menu?: { group: MenuGroup; icon: IconName }
  /** Offered in Ctrl+K as something to do; the shortcut works on every page. */
  action?: { icon: IconName; shortcut?: string }
  lazy: () => Promise<{ Component: ComponentType }>
}

export type Found = { key: string; text: string; hint: string; to: string }

/** What a module shows on the page of a record that another module keeps, which knows nothing of it. */
export type RecordPart = {
  of: 'activity' | 'copy' | 'digitizationJob'
  can: Permission
  lazy: () => Promise<{ default: ComponentType<{ id: number }> }>
}

/** Lets Ctrl+K and the barcode scanner find a module's records. */
export type Finder = {
  /** Its news make what was found stale; null where no news can. */
  module: ModuleName | null
  textKey: TextKey
  can: Permission | 'signed_in'
  find: (client: Client, text: string) => Promise<Found[]>
}
