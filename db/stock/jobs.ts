import type { JobsOf } from '../context.ts'
import { render } from '../documents/index.ts'
import { figuresOn } from './figures.ts'
import { figuresPaper } from './paper.ts'

export const jobs: JobsOf<'stock'> = {
  exportFigures: {
    async run({ asOf, format }, { db, progress, offerFile }) {
      progress(0, 3)
      const figures = await figuresOn(db, asOf)
      progress(1, 3)
      const paper = await figuresPaper(db, figures)
      progress(2, 3)
      const bytes = await render(paper, format)
      progress(3, 3)
      return { file: await offerFile(`so-lieu-von-tai-lieu-${asOf}.${format}`, bytes) }
    },
  },
}
