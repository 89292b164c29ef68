import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Product } from '../../shared/products/contract.ts'
import { InLanguage, InScreenLanguage } from '../app/InLanguage.tsx'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { EntryList } from './EntryList.tsx'

const pageEntries = 50

/** The paper on screen, so many entries at a time, in the language it is printed in. */
export function ProductSheet({ product }: { product: Product }) {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const pages = Math.max(1, Math.ceil(product.titles / pageEntries))
  const page = Math.max(1, Math.min(pages, Number(search.get('page')) || 1))
  const entries = useQuery(
    'products.entries',
    { productId: product.id, offset: (page - 1) * pageEntries, limit: pageEntries },
    { keepsPrevious: true },
  )
  const library = useQuery('settings.library', {}).value
  const turnTo = (next: number) =>
    setSearch({ page: String(Math.max(1, Math.min(pages, next))) }, { replace: true })
  useShortcut('PageDown', () => turnTo(page + 1), page < pages)
  useShortcut('PageUp', () => turnTo(page - 1), page > 1)
  if (!library) return null
  const rows = entries.value?.rows ?? []
  return (
    <article
      className="sheet product"
      aria-label={t('products.page.sheet')}
      aria-busy={entries.isFetching}
      lang={library.language}
    >
      <InLanguage language={library.language}>
        {page === 1 && <Opening product={product} libraryName={library.name} />}
        <InScreenLanguage>
          <Failure of={entries.failure} />
          {entries.value && rows.length === 0 && <Empty />}
        </InScreenLanguage>
        <EntryList product={product} entries={rows} />
        {pages > 1 && (
          <InScreenLanguage>
            <PageTurner page={page} pages={pages} onTurn={turnTo} />
          </InScreenLanguage>
        )}
      </InLanguage>
    </article>
  )
}

function Opening({ product, libraryName }: { product: Product; libraryName: string }) {
  const { t } = useTranslation()
  const lines = product.foreword.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      <header className="sheet-title">
        <p className="capitals">{libraryName}</p>
        <h2 className="capitals">{t(`products.paper.kinds.${product.kind}`)}</h2>
        <p className="subject">{product.name}</p>
        <p className="basis">{t('products.paper.extent', { count: product.titles })}</p>
      </header>
      {lines.length > 0 && <h3 className="capitals centred">{t('products.paper.foreword')}</h3>}
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </>
  )
}

function Empty() {
  const { t } = useTranslation()
  return <p className="soft">{t('products.page.empty')}</p>
}

type Turner = { page: number; pages: number; onTurn: (page: number) => void }

function PageTurner({ page, pages, onTurn }: Turner) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <nav className="row no-print product-turner" aria-label={t('products.page.turn')}>
      <Button icon="back" shortcut="PageUp" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        {t('products.page.previous')}
      </Button>
      <span className="soft">{t('products.page.of', { page: number(page), pages: number(pages) })}</span>
      <Button icon="forward" shortcut="PageDown" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t('products.page.next')}
      </Button>
    </nav>
  )
}
