import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type EngineOptions, type OpenEngine } from '../../db/engine.ts'
import { dispatch } from '../../db/dispatch.ts'
import { testFolder, testPassword, valueOf } from './engine.ts'

/** A data folder with a library set up, and the session of its administrator. */
export type Library = { dataDir: string; session: string }

/** Hashing a password soundly takes longer than everything else a test of the disk does. */
export const quickPasswords = { cost: 16, blockSize: 1, parallelization: 1 }

export async function newLibrary(): Promise<Library> {
  const dataDir = testFolder()
  const engine = await createEngine({ dataDir, role: 'writer', passwordWork: quickPasswords })
  const answer = await dispatch(engine, 'users.setUp', setUp, null)
  valueOf(answer.reply)
  await engine.close()
  return { dataDir, session: answer.session ?? '' }
}

export function copyLibrary({ dataDir, session }: Library): Library {
  return { dataDir: copyFolder(dataDir), session }
}

export function copyFolder(from: string): string {
  const to = join(testFolder(), 'data')
  cpSync(from, to, { recursive: true })
  return to
}

/** Opens a folder, does something with it and closes it again, whatever happens. */
export async function withEngine<Value>(
  dataDir: string,
  work: (engine: OpenEngine) => Promise<Value> | Value,
  options: Partial<EngineOptions> = {},
): Promise<Value> {
  const engine = await createEngine({ dataDir, role: 'writer', passwordWork: quickPasswords, ...options })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

const setUp = {
  libraryName: 'Thư viện thử nghiệm',
  provinceCode: '01',
  formerProvinceCode: '01',
  language: 'vi',
  name: 'Người quản trị',
  username: 'administrator',
  password: testPassword,
}
