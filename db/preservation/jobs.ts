import type { JobsOf } from '../context.ts'
import { checkFixity } from './check-fixity.ts'
import { checkFolder } from './check-folder.ts'
import { checkPackage } from './check-package.ts'
import { makePackage } from './make-package.ts'
import { readTexts } from './read-texts.ts'
import { registerCopies } from './register-copies.ts'
import { labelVolume, reportVolume } from './volume-papers.ts'

export const jobs: JobsOf<'preservation'> = {
  checkFolder,
  checkFixity,
  checkPackage,
  makePackage,
  readTexts,
  registerCopies,
  reportVolume,
  labelVolume,
}
