import { useTranslation } from 'react-i18next'
import {
  fixedPositions,
  indicatorKey,
  leaderPositions,
  subfieldKey,
  tagHelpKey,
  tagInfo,
  tagKey,
  type MarcPosition,
  type TagInfo,
} from '../../shared/catalogue/marc-tags.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { MarcRow } from './marc-rows.ts'

type Props = { row: MarcRow; leader: string; caret: number }

/** What the field under the cursor is for, and what may stand in it. */
export function MarcHelp({ row, leader, caret }: Props) {
  const { t } = useTranslation()
  const { tag } = row
  const info = tagInfo(tag)
  const nameKey = tagKey(tag)
  const helpKey = tagHelpKey(tag)
  const positions = tag === 'LDR' ? leaderPositions : tag === '008' ? fixedPositions(leader) : []
  const name = tag === 'LDR' ? t('catalogue.marc.help.leader') : nameKey && t(runtimeKey(nameKey))
  return (
    <aside className="marc-help" aria-label={t('catalogue.marc.help.label')}>
      {name ? (
        <h3>
          {tag} {name}
        </h3>
      ) : (
        <p className="soft">
          {t(tag.length === 3 ? 'catalogue.marc.help.unknown' : 'catalogue.marc.help.begin')}
        </p>
      )}
      {info && (
        <p className="soft">
          {t(info.isRepeatable ? 'catalogue.marc.help.repeatable' : 'catalogue.marc.help.notRepeatable')}
        </p>
      )}
      {helpKey && <p>{t(runtimeKey(helpKey))}</p>}
      {positions.length > 0 && <Positions positions={positions} text={row.text} caret={caret} />}
      {info && !info.isControl && <Indicators info={info} />}
      {info?.subfields && <Subfields info={info} current={codeAt(row.text, caret)} />}
    </aside>
  )
}

/** The subfield that the cursor stands in. */
function codeAt(text: string, caret: number): string {
  const before = text.slice(0, caret)
  const at = Math.max(before.lastIndexOf('$'), before.lastIndexOf('ǂ'))
  return at < 0 ? '' : text.charAt(at + 1)
}

function Positions({
  positions,
  text,
  caret,
}: {
  positions: readonly MarcPosition[]
  text: string
  caret: number
}) {
  const { t } = useTranslation()
  return (
    <section>
      <strong>{t('catalogue.marc.help.positions')}</strong>
      <dl>
        {positions.map(({ from, length, key }) => {
          const isCurrent = caret >= from && caret < from + length
          return (
            <div key={from} className={isCurrent ? 'marc-fact current' : 'marc-fact'}>
              <dt className="mono">
                {placeText(from, length)} <strong>{text.slice(from, from + length)}</strong>
              </dt>
              <dd>{t(runtimeKey(key))}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function placeText(from: number, length: number): string {
  const two = (at: number) => String(at).padStart(2, '0')
  return length === 1 ? two(from) : `${two(from)}–${two(from + length - 1)}`
}

function Indicators({ info }: { info: TagInfo }) {
  const { t } = useTranslation()
  return ([0, 1] as const).map((place) => {
    const values = info.indicators[place]
    if (values === null) return null
    const textByValue = values.map((value) => {
      const key = indicatorKey(info.tag, place, value)
      return { value, text: key ? t(runtimeKey(key), { value }) : '' }
    })
    return (
      <section key={place}>
        <strong>{t('catalogue.marc.help.indicator', { number: place + 1 })}</strong>
        <dl>
          {textByValue.map(({ value, text }) => (
            <div key={value} className="marc-fact">
              <dt className="mono">{value === ' ' ? '#' : value}</dt>
              <dd>{text || (value === ' ' && t('catalogue.marc.help.blank'))}</dd>
            </div>
          ))}
        </dl>
      </section>
    )
  })
}

function Subfields({ info, current }: { info: TagInfo; current: string }) {
  const { t } = useTranslation()
  const codes = [...(info.subfields ?? [])].flatMap(([code, isRepeatable]) => {
    const key = subfieldKey(info.tag, code)
    return key ? [{ code, isRepeatable, name: t(runtimeKey(key)) }] : []
  })
  return (
    <section>
      <strong>{t('catalogue.marc.help.subfields')}</strong>
      <dl>
        {codes.map(({ code, isRepeatable, name }) => (
          <div key={code} className={code === current ? 'marc-fact current' : 'marc-fact'}>
            <dt className="mono">{`$${code}`}</dt>
            <dd>
              {name}
              {isRepeatable && <span className="soft"> · {t('catalogue.marc.help.many')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
