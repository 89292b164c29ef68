import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Product } from '../../shared/products/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ProductFiles } from './ProductFiles.tsx'
import { ProductForm } from './ProductForm.tsx'
import { ProductIssue } from './ProductIssue.tsx'
import { ProductChip } from './ProductListPage.tsx'
import { ProductSheet } from './ProductSheet.tsx'
import { RemoveProductDialog } from './RemoveProductDialog.tsx'

/** The product as it will be printed, and beside it what is to be done with it. */
export function ProductPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: product, failure } = useQuery('products.product', { id })
  const back = { to: '/products', label: t('products.list.title') }
  if (!product) {
    return (
      <div className="page">
        <PageHeader title={t('products.menu.product')} back={back} />
        <Failure of={failure} />
      </div>
    )
  }
  return (
    <div className="page">
      <PageHeader title={product.name} hint={t(`products.kinds.${product.kind}`)} back={back}>
        <ProductChip product={product} />
      </PageHeader>
      <Failure of={failure} />
      <div className="report">
        <ProductSheet key={id} product={product} />
        <aside className="rail" aria-label={t('products.page.rail')}>
          <Facts product={product} />
          <section className="card">
            <h2>{t('products.issue.title')}</h2>
            <ProductIssue key={product.rev} product={product} />
          </section>
          <section className="card">
            <h2>{t('products.files.title')}</h2>
            <ProductFiles product={product} />
          </section>
        </aside>
      </div>
    </div>
  )
}

function Facts({ product }: { product: Product }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const printed = (['hasAuthorIndex', 'hasTitleIndex', 'hasSummaries'] as const).filter(
    (flag) => product[flag],
  )
  return (
    <section className="card">
      <h2>{t('products.page.facts')}</h2>
      <PropertyList
        isNarrow
        properties={[
          { key: 'titles', label: t('products.fields.titles'), value: number(product.titles) },
          {
            key: 'groupBy',
            label: t('products.fields.groupBy'),
            value: t(`products.groups.${product.groupBy}`),
          },
          {
            key: 'printed',
            label: t('products.page.printed'),
            value: printed.map((flag) => t(`products.fields.${flag}`)).join(', '),
          },
        ]}
      />
      {product.issuedOn === null && can('products.write') && (
        <div className="row">
          <Button icon="edit" onClick={() => setOpen('change')}>
            {t('products.page.change')}
          </Button>
          <Link className="button" to="/catalogue">
            {t('products.page.findTitles')}
          </Link>
          <Button icon="remove" kind="quiet" onClick={() => setOpen('remove')}>
            {t('products.remove.open')}
          </Button>
        </div>
      )}
      {open === 'change' && <ProductForm product={product} onClose={close} onSaved={close} />}
      {open === 'remove' && (
        <RemoveProductDialog
          product={product}
          onClose={close}
          onDone={() => void navigate('/products', { replace: true })}
        />
      )}
    </section>
  )
}
