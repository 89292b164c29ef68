import program from '../package.json' with { type: 'json' }
import { migrations } from './migrations/index.ts'

export const appVersion: string = program.version
export const schemaVersion: number = Number(Object.keys(migrations).at(-1)?.slice(0, 4))
