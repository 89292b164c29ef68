import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { materials } from '../../shared/catalogue/contract.ts'
import { accessionNumberText } from '../../shared/copies/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useWords } from './use-words.ts'

type Material = (typeof materials)[number]
type Proposed = { key: 'books' | 'serials' | 'others'; prefix: string; materials: Material[] }

/** What most libraries number apart: books, bound serials, and whatever is neither. */
const proposed: Proposed[] = [
  { key: 'books', prefix: 'VV', materials: ['book', 'large_print', 'braille'] },
  { key: 'serials', prefix: 'TC', materials: ['serial'] },
  {
    key: 'others',
    prefix: 'TL',
    materials: ['map', 'audiovisual', 'talking_book', 'microform', 'manuscript', 'hannom'],
  },
]
const digits = 6

/** No series yet: says what one is, and offers those that most libraries begin with. */
export function SeriesProposal({ mayAdd }: { mayAdd: boolean }) {
  const { t } = useTranslation()
  const { word } = useWords()
  const add = useCommand('copies.addSeries')
  const [left, setLeft] = useState<Proposed['key'][]>(proposed.map(({ key }) => key))
  const chosen = proposed.filter(({ key }) => left.includes(key))

  async function addAll() {
    for (const { key, prefix, materials } of chosen) {
      const answer = await add.run({ name: t(`copies.proposal.${key}`), prefix, digits, materials })
      if (!answer.ok) return
    }
  }
  return (
    <section className="card proposal">
      <div className="fact">
        <Icon name="info" />
        <p>{t('copies.proposal.text')}</p>
      </div>
      <table className="plain-table">
        <thead>
          <tr>
            <th />
            <th>{t('copies.series.name')}</th>
            <th>{t('copies.proposal.first')}</th>
            <th>{t('copies.series.materials')}</th>
          </tr>
        </thead>
        <tbody>
          {proposed.map(({ key, prefix, materials }) => (
            <tr key={key}>
              <td>
                <input
                  type="checkbox"
                  aria-label={t(`copies.proposal.${key}`)}
                  checked={left.includes(key)}
                  disabled={!mayAdd}
                  onChange={({ target: { checked } }) =>
                    setLeft(checked ? [...left, key] : left.filter((other) => other !== key))
                  }
                />
              </td>
              <td>{t(`copies.proposal.${key}`)}</td>
              <td className="nowrap">{accessionNumberText({ prefix, digits }, 1)}</td>
              <td>{materials.map((code) => word('catalogue.materials', code)).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{t('copies.proposal.later')}</p>
      <Failure of={add.failure} />
      {mayAdd && (
        <div className="actions">
          <Button
            kind="primary"
            disabled={chosen.length === 0 || add.isRunning}
            onClick={() => void addAll()}
          >
            {t('copies.proposal.submit', { count: chosen.length })}
          </Button>
        </div>
      )}
    </section>
  )
}
