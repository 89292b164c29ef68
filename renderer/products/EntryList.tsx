import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Product } from '../../shared/products/contract.ts'
import { InScreenLanguage } from '../app/InLanguage.tsx'
import type { RowIn } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Entry = RowIn<'products.entries'>

/** Numbered entries under the headings of their groups. */
export function EntryList({ product, entries }: { product: Product; entries: Entry[] }) {
  const can = useCan()
  const { t } = useTranslation()
  const toast = useToast()
  const remove = useCommand('products.removeTitles')
  const add = useCommand('products.addTitles')
  const isOpen = product.issuedOn === null && can('products.write')
  const { id } = product

  async function drop({ titleId, number }: Entry) {
    const answer = await remove.run({ id, titleIds: [titleId] })
    if (!answer.ok) return
    toast({
      text: t('products.entry.removed', { number }),
      onUndo: async () => void (await add.run({ id, selection: { ids: [titleId] } })),
    })
  }
  return (
    <>
      <InScreenLanguage>
        <Failure of={remove.failure ?? add.failure} />
      </InScreenLanguage>
      {groupsOf(entries).map(({ label, rows }) => (
        <section key={rows[0]?.number} className="entry-group">
          {label !== '' && <h3>{label}</h3>}
          <ol start={rows[0]?.number ?? 1}>
            {rows.map((entry) => (
              <li key={entry.titleId} value={entry.number}>
                <span className="entry-number" aria-hidden="true">
                  {`${entry.number}.`}
                </span>
                <div>
                  {entry.heading !== '' && <strong>{entry.heading}</strong>}
                  <p>{entry.entry}</p>
                  {entry.summary !== '' && <p className="entry-summary">{entry.summary}</p>}
                </div>
                <InScreenLanguage>
                  <EntryActs entry={entry} onRemove={isOpen ? () => void drop(entry) : undefined} />
                </InScreenLanguage>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** What leads on from an entry, on screen only. */
function EntryActs({ entry, onRemove }: { entry: Entry; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <span className="entry-acts no-print">
      <Link
        to={`/catalogue/${entry.titleId}`}
        aria-label={t('products.entry.open', { number: entry.number })}
      >
        {t('products.entry.openShort')}
      </Link>
      {onRemove && (
        <IconButton
          icon="close"
          label={t('products.entry.remove', { number: entry.number })}
          onClick={onRemove}
        />
      )}
    </span>
  )
}

/** Entries come in the order of their groups; a group may begin on the page before. */
function groupsOf(entries: Entry[]): { label: string; rows: Entry[] }[] {
  const groups: { label: string; rows: Entry[] }[] = []
  for (const entry of entries) {
    if (groups.at(-1)?.label !== entry.group) groups.push({ label: entry.group, rows: [] })
    groups.at(-1)?.rows.push(entry)
  }
  return groups
}
