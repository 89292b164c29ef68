import { fileName } from '../../shared/file-name.ts'
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
      return {
        file: await offerFile(`${fileName(product.name, longestName) || `thu-muc-${id}`}.${format}`, bytes),
      }
    },
  },
}
