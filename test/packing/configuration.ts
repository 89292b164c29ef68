import { join } from 'node:path'
import { root } from '../../build/step.ts'
import { library } from './tools.ts'
import type { Association } from './windows.ts'

export type Configuration = {
  appId: string
  electronVersion: string
  electronFuses: Record<string, boolean>
  asarUnpack: string[]
  files: unknown
  fileAssociations: Association[]
  win: { icon: string; extraResources: { from: string; to: string }[] }
}
type ConfigModule = {
  getConfig(folder: string, path: string, options: null): Promise<Configuration>
  validateConfiguration(configuration: object, logger: object): Promise<void>
}

export const config: ConfigModule = library('./util/config/config.js')

export function configuration(): Promise<Configuration> {
  return config.getConfig(root, join(root, 'electron-builder.yml'), null)
}
