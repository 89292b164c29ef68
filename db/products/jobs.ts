import { fold, words } from '../../shared/fold.ts'
import type { JobsOf } from '../context.ts'
import { renderBibliography } from '../documents/bibliography.ts'
import { contentsOf } from './entries.ts'
import { bibliographyOf } from './paper.ts'
import { readProduct } from './reading.ts'

const longestName = 80

export const jobs: JobsOf<'products'> = {
  produce: {
    async run({ id, format }, { db, fail, progress, offerFile }) {
      const product = (await readProduct(db, id)) ?? fail('product_not_found', { id })
      const contents = await contentsOf(db, product, progress)
      const count = contents.entries.length
      if (count === 0) fail('product_empty', { name: product.name })
      progress(count, count)
      const bytes = await renderBibliography(bibliographyOf(product, contents), format)
      return { file: await offerFile(`${fileName(product.name, id)}.${format}`, bytes) }
    },
  },
}

function fileName(name: string, id: number): string {
  return (
    words(fold(name))
      .join('-')
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, longestName) || `thu-muc-${id}`
  )
}
