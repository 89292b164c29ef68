import { useTranslation } from 'react-i18next'
import type { Product } from '../../shared/products/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'

const formats = ['docx', 'pdf'] as const

/** The whole product with its indexes, to edit in a word processor or to print. */
export function ProductFiles({ product }: { product: Product }) {
  const { t } = useTranslation()
  const produce = useJob('products.produce')
  useSavedFile(produce.output?.file, produce.clear)
  return (
    <>
      <div className="row">
        {formats.map((format) => (
          <Button
            key={format}
            icon={format === 'pdf' ? 'print' : 'file'}
            disabled={produce.isRunning || product.titles === 0}
            onClick={() => void produce.start({ id: product.id, format })}
          >
            {t(`products.files.${format}`)}
          </Button>
        ))}
      </div>
      <p className="soft small">
        {t(product.issuedOn === null ? 'products.files.draft' : 'products.files.fixed')}
      </p>
      <JobProgress run={produce} />
    </>
  )
}
